#include "defaults.hpp"

#include <cstddef>
#include <optional>
#include <utility>

#include "reading.hpp"
#include "tenon/form/render/schema_view.hpp"

namespace tenon_forms {

namespace form = tenon::form;
namespace json = tenon::json;

namespace {

form::answer default_of(const form::element& asked) {
  const std::optional<json::node>& value = asked.begins_with;
  form::answer out;
  if (!value || asked.list || asked.is_file || asked.is_computed) return out;
  if (value->kind() == json::node_kind::list)
    for (std::size_t i = 0; i < value->size(); ++i) out.typed.push_back(form::as_typed((*value)[i]));
  else if (value->kind() != json::node_kind::null && !value->is_object())
    out.typed.push_back(form::as_typed(*value));
  return out;
}

}  // namespace

void begin_with_defaults(const form::form_plan& plan, form::filling& to, std::string_view within) {
  for (std::size_t i = 0; i < plan.question_count(); ++i) {
    const form::element& asked = plan.question(i);
    if (!asked.name.starts_with(within)) continue;
    form::answer begins = default_of(asked);
    // Which choices functions offer is known later.
    if (asked.has_dynamic_choices || read_answer(asked, begins).wrong.empty())
      to.answers[i].typed = std::move(begins.typed);
  }
}

}  // namespace tenon_forms
