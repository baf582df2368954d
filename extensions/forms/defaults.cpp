#include "defaults.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "reading.hpp"
#include "tenon/form/render/schema_view.hpp"

namespace tenon_forms {

namespace form = tenon::form;
namespace json = tenon::json;

namespace {

std::vector<std::string> default_of(const form::element& asked) {
  const std::optional<json::node>& value = asked.begins_with;
  form::answer out;
  if (!value || asked.list || asked.is_file || asked.is_computed) return {};
  if (value->kind() == json::node_kind::list)
    for (std::size_t i = 0; i < value->size(); ++i) out.typed.push_back(form::as_typed((*value)[i]));
  else if (value->kind() != json::node_kind::null && !value->is_object())
    out.typed.push_back(form::as_typed(*value));
  // Which choices functions offer is known later.
  if (!asked.has_dynamic_choices && !read_answer(asked, out).wrong.empty()) return {};
  return out.typed;
}

}  // namespace

void begin_with_defaults(const form::form_plan& plan, form::filling& to, std::string_view within) {
  for (std::size_t i = 0; i < plan.question_count(); ++i) {
    const form::element& asked = plan.question(i);
    if (asked.name.starts_with(within)) to.answers[i].typed = default_of(asked);
  }
}

void put_in_what_is_read_only(const form::form_plan& plan, form::filling& to) {
  for (std::size_t i = 0; i < plan.question_count(); ++i)
    if (plan.question(i).is_read_only) to.answers[i].typed = default_of(plan.question(i));
}

}  // namespace tenon_forms
