// Those parts of the maker of plans that are about renderers which a browser runs.
#include "tenon/form/plan/plan_maker.hpp"

#include <algorithm>
#include <string>

#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/report.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/json/scan.hpp"

namespace tenon::form {

namespace {

// As a UI schema would ask for it.
std::string control_for(std::string_view pointer) {
  std::string scope = "#";
  for (const std::string& key : steps_of(pointer)) json::append_step(scope.append("/properties"), key);
  return std::string(R"({"type":"Control","scope":)").append(json::quoted(scope)).append("}");
}

int rank_without_scripts(const renderer_row& row, const element& asked) {
  return std::max(0, row.test == nullptr ? row.rank : row.test(asked));
}

}  // namespace

// They write into one field, or several of one name; a browser lets nobody write into one of files.
bool plan_maker::is_for_scripts(const element& one, std::string_view format) const {
  return one.is_question() && one.type != "object" && !one.is_file && !one.list && !format.empty() &&
         std::ranges::find(scripts_.all, format, &script_renderer::format) != scripts_.all.end();
}

bool plan_maker::is_offered_to_scripts(const place& of, element& to, std::string_view wanted) {
  if (to.drawn_by == nullptr || !to.drawn_by->is_built_in()) return false;
  const bool is_drawn_anyway = to.format == wanted;
  script_question offered{.address = scripts_.address, .type = to.type};
  for (const script_renderer& one : scripts_.all) {
    if (one.format != wanted) continue;
    if (one.why_not.empty()) {
      offered.renderers.push_back({one.key, one.module, one.renderer, one.tester_module, one.tester});
      continue;
    }
    const std::string why = std::string("Failed to load renderer ").append(shown(one.key)).append(": ");
    if (to.note.empty()) to.note = why + one.why_not;
    if (told_.insert(&one).second)
      complain(why + one.why_not, std::string(to.name)
                                      .append(", claimed by ")
                                      .append(one.origin)
                                      .append(", at ")
                                      .append(to_string(form_place{false, of.says_at})));
  }
  if (!to.note.empty() && !is_drawn_anyway) to.note.append(" This is a plain field.");
  if (offered.renderers.empty()) return true;
  if (is_drawn_anyway)
    offered.least = rank_without_scripts(*to.drawn_by, to);
  else
    offered.note =
        std::string("No renderer of the bundle draws '").append(shown(wanted)).append("' here; this is a plain field.");
  offered.ui.text = to.ui ? to.ui->as_json() : control_for(of.pointer);
  offered.schema.text = of.schema.as_json();
  if (is_inside_of_list()) offered.within = json::raw{scopes_begin_at_.schema.as_json()};
  to.scripts = to_json(offered);
  return true;
}

}  // namespace tenon::form
