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

void put_field(const form::form_plan& plan, const std::string& name, std::string value, std::string& seen_looks,
               submission& to) {
  if (const std::optional<std::size_t> found = plan.find(name))
    to.answers[*found].typed.push_back(std::move(value));
  else if (name == update_button)
    to.is_unfinished = true;
  else if (name == looks_field)
    seen_looks = std::move(value);
  else
    complain(to, form::shown(name), "Nobody asked for this.");
}

// `out` has what was typed.
submission judged(const form::form_plan& plan, const form::schema_check& check, std::string_view seen_looks,
                  submission out, uploads sent) {
  read_by_rules(plan, out);
  settle_files(sent, out);
  out.files = std::move(sent.good);
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

}  // namespace

submission read_submission(const form::form_plan& plan, const form::schema_check& check, std::string_view encoded) {
  submission out;
  out.answers.resize(plan.question_count());
  std::string seen_looks;
  tenon::each_in_query(encoded, [&](const std::string& name, std::string value) {
    put_field(plan, name, std::move(value), seen_looks, out);
  });
  return judged(plan, check, seen_looks, std::move(out), {});
}

submission read_submission(const form::form_plan& plan, const form::schema_check& check, sent_parts sent,
                           const upload_limits& most) {
  submission out;
  out.answers.resize(plan.question_count());
  std::string seen_looks;
  for (auto& [name, value] : sent.fields) put_field(plan, name, std::move(value), seen_looks, out);
  uploads files = take_files(plan, sent.files, most, out);
  return judged(plan, check, seen_looks, std::move(out), std::move(files));
}

form::filling nothing_said(const form::form_plan& plan) {
  form::filling out;
  out.answers.resize(plan.question_count());
  read_by_rules(plan, out);
  return out;
}

}  // namespace tenon_forms
