#include "submission.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "findings.hpp"
#include "rules.hpp"
#include "tenon/form/render/form_plan.hpp"
#include "tenon/form/report.hpp"
#include "tenon/word/query.hpp"

namespace tenon_forms {

namespace form = tenon::form;

namespace {

// The name of a question begins with a slash.
constexpr std::string_view update_button = "update", looks_field = "looks";

}  // namespace

submission read_submission(const form::form_plan& plan, const form::schema_check& check, std::string_view encoded) {
  submission out;
  out.answers.resize(plan.question_count());
  std::string seen_looks;
  tenon::each_in_query(encoded, [&](const std::string& name, std::string value) {
    if (const std::optional<std::size_t> found = plan.find(name))
      out.answers[*found].typed.push_back(std::move(value));
    else if (name == update_button)
      out.is_unfinished = true;
    else if (name == looks_field)
      seen_looks = std::move(value);
    else
      complain(out, form::shown(name), "Nobody asked for this.");
  });
  read_by_rules(plan, out);
  out.data = out.values.as_json();
  out.opens_more = !out.is_unfinished && form::opens_more(seen_looks, out.looks);
  out.is_unfinished = out.is_unfinished || out.opens_more;
  if (out.is_unfinished) {
    out.problems.clear();
    for (form::answer& one : out.answers) one.problems.clear();
    return out;
  }
  add_findings(plan, check, out.data, out);
  check_by_functions(plan, out);
  return out;
}

form::filling nothing_said(const form::form_plan& plan) {
  form::filling out;
  out.answers.resize(plan.question_count());
  read_by_rules(plan, out);
  return out;
}

}  // namespace tenon_forms
