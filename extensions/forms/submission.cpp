#include "submission.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "defaults.hpp"
#include "entries.hpp"
#include "findings.hpp"
#include "rules.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/report.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/word/query.hpp"

namespace tenon_forms {

namespace form = tenon::form;

namespace {

// The name of a question begins with a slash.
constexpr std::string_view update_button = "update", looks_field = "looks";

// `added` is the entry that nobody has seen yet: names of its questions begin so.
submission read_by(const form::form_plan& plan, const form::schema_check& check, sent_parts sent,
                   const upload_limits& most, std::shared_ptr<const form::form_plan> entries = {},
                   std::string_view added = {}) {
  submission out;
  out.entries = std::move(entries);
  out.answers.resize(plan.question_count());
  std::string seen_looks;
  for (auto& [name, value] : sent.fields) {
    if (const std::optional<std::size_t> found = plan.find(name))
      out.answers[*found].typed.push_back(std::move(value));
    else if (name == update_button || (plan.has_lists() && (name == add_button || name == remove_button)))
      out.is_unfinished = true;
    else if (name == looks_field)
      seen_looks = std::move(value);
    else
      complain_of_unasked(plan, name, out);
  }
  if (!added.empty()) begin_with_defaults(plan, out, added);
  put_in_what_is_read_only(plan, out);
  uploads files = take_files(plan, sent.files, most, out);
  read_by_rules(plan, out);
  settle_files(files, out);
  out.files = std::move(files.good);
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

// What is said of bytes that are no text has been said; a page shows them, and is a text.
void make_readable(std::vector<std::string>& all) {
  for (std::string& one : all)
    if (!tenon::json::is_utf8(one)) one = tenon::json::as_utf8(one);
}

submission readable(submission of) {
  make_readable(of.problems);
  for (form::answer& one : of.answers) {
    make_readable(one.typed);
    make_readable(one.problems);
  }
  return of;
}

}  // namespace

submission read_submission(const form::form_plan& plan, const form::schema_check& check, std::string_view encoded) {
  sent_parts sent;
  tenon::each_in_query(encoded, [&](std::string name, std::string value) {
    sent.fields.emplace_back(std::move(name), std::move(value));
  });
  return read_submission(plan, check, std::move(sent), {});
}

submission read_submission(const form::form_plan& plan, const form::schema_check& check, sent_parts sent,
                           const upload_limits& most) {
  if (!plan.has_lists()) return readable(read_by(plan, check, std::move(sent), most));
  std::string added, removed;
  for (const auto& [name, value] : sent.fields) {
    if (name == add_button) added = value;
    if (name == remove_button) removed = value;
  }
  remove_entry(removed, sent.fields);
  std::string begun;
  const std::shared_ptr<const form::form_plan> with = with_sent_entries(plan, sent.fields, added, begun);
  return readable(read_by(*with, check, std::move(sent), most, with, begun));
}

form::filling nothing_said(const form::form_plan& plan) {
  form::filling out;
  out.answers.resize(plan.question_count());
  begin_with_defaults(plan, out);
  read_by_rules(plan, out);
  // Nobody has done anything wrong yet.
  for (form::answer& one : out.answers) one.problems.clear();
  return out;
}

}  // namespace tenon_forms
