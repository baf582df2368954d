#include "findings.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "reading.hpp"
#include "rules.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/report.hpp"
#include "tenon/form/schema/formats.hpp"
#include "tenon/form/schema/schema_check.hpp"
#include "tenon/form/schema/without_demands.hpp"
#include "tenon/json/tree.hpp"

namespace tenon_forms {

namespace form = tenon::form;

namespace {

constexpr std::size_t most_problems = 20;

std::string last_step(std::string_view pointer) {
  std::vector<std::string> steps = form::steps_of(pointer);
  return steps.empty() ? std::string() : form::as_words(form::shown(steps.back()));
}

// Where a finding is about something inside of an answer, it is about that.
std::optional<std::size_t> question_at(const form::form_plan& plan, std::string_view pointer) {
  while (!pointer.empty()) {
    if (const std::optional<std::size_t> found = plan.find(pointer)) return found;
    pointer = pointer.substr(0, pointer.rfind('/'));
  }
  return std::nullopt;
}

// A group in which something is needed is missing where that is asked for. False: nothing is needed in it.
bool are_missing_inside(const form::form_plan& plan, const form::data_finding& group,
                        const std::vector<bool>& is_unread, form::filling& to) {
  const std::string inside = std::string(group.pointer).append("/");
  bool are = false;
  for (std::size_t i = 0; i < to.answers.size(); ++i) {
    const form::element& asked = plan.question(i);
    if (!asked.is_required || to.answers[i].is_hidden || !asked.name.starts_with(inside)) continue;
    if (asked.name.find('/', inside.size()) != std::string::npos) continue;
    are = true;
    if (!is_unread[i]) to.answers[i].problems.push_back(group.message);
  }
  return are;
}

// `/list/1`, or what is not asked inside of it: which entry it is about.
std::string entry_at(const form::element& asked, std::string_view pointer) {
  if (!asked.list || pointer.size() <= asked.name.size()) return {};
  const std::string_view rest = pointer.substr(asked.name.size() + 1);
  for (const form::element& one : asked.elements)
    if (rest.substr(0, rest.find('/')) == std::string_view(one.name).substr(asked.name.size() + 1))
      return std::string(one.label).append(": ");
  return {};
}

std::string words_for(const form::data_finding& one, const form::element& asked, const form::answer& said) {
  if (one.kind == form::wrongness::constant && asked.type == "boolean") return "This has to be ticked.";
  if (one.kind == form::wrongness::pattern && said.typed.size() == 1) {
    const std::string typed = with_zone(asked, said.typed.front());
    if (const std::string_view fault = form::format_fault(asked.schema_format, typed); !fault.empty())
      return std::string(fault);
  }
  // A description stands beside the field and says it better. Without one there is nothing else that says it.
  if (one.kind == form::wrongness::pattern && asked.description.empty() && asked.schema)
    if (const auto pattern = asked.schema->find("pattern"))
      return std::string("This has to be written as the pattern ")
          .append(form::shown(pattern->text()))
          .append(" says.");
  return one.message;
}

// A validator looks no further in an `allOf` than to the first part that misses something, so what was passed over may
// have hidden the rest. So all is looked at once more, by a schema that does not ask for what is hidden: for whatever
// that is demanded.
void add_what_was_behind(const form::form_plan& plan, std::set<std::string, std::less<>> names, std::string_view data,
                         const form::filling& in, std::vector<form::data_finding>& to) {
  for (std::size_t i = 0; i < in.answers.size(); ++i)
    if (in.answers[i].is_hidden) names.insert(form::steps_of(plan.question(i).name).back());
  std::vector<tenon::finding> ignored;
  const auto schema =
      tenon::json::tree::parse(plan.schema(), {.max_bytes = plan.schema().size(), .max_depth = 64}, ignored);
  if (!schema) return to.push_back({.message = "This cannot be looked at."});
  const form::schema_check check(form::without_demands(schema->root(), names));
  for (const form::data_finding& one : check.problems_of(data)) {
    if (one.kind == form::wrongness::missing && is_hidden(plan, in, one.pointer)) continue;
    if (std::ranges::find(to, one) == to.end()) to.push_back(one);
  }
}

}  // namespace

void complain(form::filling& to, std::string about, std::string_view message) {
  if (to.problems.size() == most_problems) return;
  to.problems.push_back(about.empty() ? std::string(message) : std::move(about.append(": ").append(message)));
}

void complain_of_unasked(const form::form_plan& plan, std::string_view name, form::filling& to) {
  const std::string pointer = std::string("/").append(name);
  complain(to, form::shown(name),
           plan.find(pointer)
               ? form::shown(pointer).insert(0, "Nobody asked for this: the field is called ").append(".")
               : "Nobody asked for this.");
}

void add_findings(const form::form_plan& plan, const form::schema_check& check, std::string_view data,
                  form::filling& to) {
  std::vector<bool> is_unread(to.answers.size());
  for (std::size_t i = 0; i < to.answers.size(); ++i) is_unread[i] = !to.answers[i].problems.empty();
  std::set<std::string, std::less<>> passed_over;
  std::vector<form::data_finding> all = check.problems_of(data);
  std::erase_if(all, [&](const form::data_finding& one) {
    if (one.kind != form::wrongness::missing || !is_hidden(plan, to, one.pointer)) return false;
    passed_over.insert(form::steps_of(one.pointer).back());
    return true;
  });
  if (!passed_over.empty()) add_what_was_behind(plan, passed_over, data, to, all);
  for (const form::data_finding& one : all) {
    if (one.kind == form::wrongness::missing && are_missing_inside(plan, one, is_unread, to)) continue;
    const std::optional<std::size_t> about = question_at(plan, one.pointer);
    if (!about)
      complain(to, last_step(one.pointer), one.message);
    else if (!is_unread[*about])
      to.answers[*about].problems.push_back(entry_at(plan.question(*about), one.pointer) +
                                            words_for(one, plan.question(*about), to.answers[*about]));
  }
}

}  // namespace tenon_forms
