#include "submission.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "tenon/form/render/form_plan.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/report.hpp"
#include "tenon/form/schema/formats.hpp"
#include "tenon/form/schema/schema_check.hpp"
#include "tenon/json/write.hpp"
#include "tenon/word/query.hpp"

namespace tenon_forms {

namespace form = tenon::form;

namespace {

constexpr std::size_t most_problems = 20;
// The name of a question begins with a slash.
constexpr std::string_view update_button = "update", looks_field = "looks";
// Rules may wait for what other rules hide, so deep and not in a circle.
constexpr int most_rounds = 64;

// A value as JSON; empty where nothing was said; or what is wrong.
struct reading {
  std::string json{};
  std::string_view wrong{};
};

std::string_view trimmed(std::string_view text) {
  const std::size_t from = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  text.remove_prefix(from);
  return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

reading whole_number(std::string_view typed) {
  typed = trimmed(typed);
  if (typed.starts_with('+')) typed.remove_prefix(1);
  if (typed.empty()) return {};
  std::int64_t value = 0;
  const auto [end, failed] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
  if (failed != std::errc() || end != typed.data() + typed.size()) return {{}, "This is not a whole number."};
  return {std::to_string(value), {}};
}

reading any_number(std::string_view typed) {
  typed = trimmed(typed);
  if (typed.starts_with('+')) typed.remove_prefix(1);
  if (typed.empty()) return {};
  double value = 0;
  const auto [end, failed] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
  if (failed != std::errc() || end != typed.data() + typed.size() || !std::isfinite(value))
    return {{}, "This is not a number, as in 1.5."};
  std::array<char, 32> text{};
  return {std::string(text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr), {}};
}

// A browser says neither seconds that are zero nor a zone; both are asked for in UTC.
std::string with_zone(std::string_view typed, std::size_t time_at) {
  std::string out(typed);
  if (typed.size() < time_at + 5 || typed.find_first_of("Zz+-", time_at) != std::string_view::npos) return out;
  if (typed.size() == time_at + 5) out.append(":00");
  return out.append("Z");
}

// Line breaks as everybody but forms writes them.
std::string plain_lines(std::string_view typed) {
  std::string out;
  out.reserve(typed.size());
  for (std::size_t i = 0; i < typed.size(); ++i)
    if (typed[i] != '\r' || i + 1 == typed.size() || typed[i + 1] != '\n') out += typed[i];
  return out;
}

reading text(const form::element& asked, std::string_view typed) {
  if (typed.empty()) return {};
  if (asked.schema_format == "time") return {tenon::json::quoted(with_zone(typed, 0)), {}};
  if (asked.schema_format == "date-time") return {tenon::json::quoted(with_zone(typed, 11)), {}};
  return {tenon::json::quoted(plain_lines(typed)), {}};
}

reading one_of(std::span<const form::choice> choices, std::string_view typed) {
  const auto found = std::ranges::find(choices, typed, &form::choice::value);
  if (found != choices.end()) return {found->meaning, {}};
  return typed.empty() ? reading{} : reading{{}, "This is none of the choices."};
}

// Each choice once, however often it was sent: whoever checks that all are different looks at each pair.
reading several_of(std::span<const form::choice> choices, const std::vector<std::string>& typed) {
  std::string out;
  std::vector<std::string_view> taken;
  for (const std::string& one : typed) {
    const reading read = one_of(choices, one);
    if (!read.wrong.empty()) return read;
    if (read.json.empty() || std::ranges::find(taken, one) != taken.end()) continue;
    taken.push_back(one);
    out.append(out.empty() ? "" : ",").append(read.json);
  }
  return {out.empty() ? out : "[" + out + "]", {}};
}

// A question may stand twice in a form, and then somebody fills one of its fields.
std::optional<std::string_view> agreed(const std::vector<std::string>& typed) {
  std::string_view out;
  for (const std::string& one : typed) {
    if (one.empty() || one == out) continue;
    if (!out.empty()) return std::nullopt;
    out = one;
  }
  return out;
}

reading read_answer(const form::element& asked, const form::answer& given) {
  const std::vector<std::string>& typed = given.typed;
  const std::span<const form::choice> choices = asked.has_dynamic_choices ? given.choices : asked.choices;
  if (!std::ranges::all_of(typed, tenon::json::is_utf8)) return {{}, "This is not a text in UTF-8."};
  if (asked.type == "array") return several_of(choices, typed);
  const std::optional<std::string_view> said = agreed(typed);
  if (!said) return {{}, "This was answered twice, and not alike."};
  if (asked.has_choices()) return one_of(choices, *said);
  if (asked.type == "integer") return whole_number(*said);
  if (asked.type == "number") return any_number(*said);
  if (asked.type == "string") return text(asked, *said);
  if (asked.type != "boolean") return {};
  if (*said == "true") return {"true", {}};
  return said->empty() || *said == "false" ? reading{"false", {}} : reading{{}, "This is neither yes nor no."};
}

void read_into(form::filling& to, const form::element& asked, std::size_t number) {
  form::answer& given = to.answers[number];
  reading read = read_answer(asked, given);
  if (!read.wrong.empty()) given.problems.emplace_back(read.wrong);
  if (!read.json.empty()) to.values.set(asked.name, std::move(read.json));
}

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

std::string words_for(const form::data_finding& one, const form::element& asked, const form::answer& said) {
  if (one.kind == form::wrongness::constant && asked.type == "boolean") return "This has to be ticked.";
  if (one.kind == form::wrongness::pattern && said.typed.size() == 1) {
    std::string typed = said.typed.front();
    if (asked.schema_format == "time") typed = with_zone(typed, 0);
    if (asked.schema_format == "date-time") typed = with_zone(typed, 11);
    if (const std::string_view fault = form::format_fault(asked.schema_format, typed); !fault.empty())
      return std::string(fault);
  }
  return one.message;
}

void complain(submission& to, std::string about, std::string_view message) {
  if (to.problems.size() == most_problems) return;
  to.problems.push_back(about.empty() ? std::string(message) : std::move(about.append(": ").append(message)));
}

void read_all(const form::form_plan& plan, form::filling& to) {
  const auto read = [&](std::size_t number) { read_into(to, plan.question(number), number); };
  to.values = {};
  to.errors.clear();
  for (std::size_t i = 0; i < to.answers.size(); ++i) {
    form::answer& one = to.answers[i];
    one = {.typed = std::move(one.typed), .is_hidden = one.is_hidden, .is_closed = one.is_closed};
    if (!one.is_hidden && !plan.question(i).has_dynamic_choices && !plan.question(i).is_computed) read(i);
  }
  add_what_functions_say(plan, to, read);
}

void read_by_rules(const form::form_plan& plan, form::filling& to) {
  read_all(plan, to);
  if (!plan.has_rules()) return;
  for (int round = 0; round < most_rounds; ++round) {
    std::string looks = plan.looks_for(to.values);
    if (looks == to.looks) return;
    to.looks = std::move(looks);
    plan.close(to.looks, to.answers);
    read_all(plan, to);
  }
  to.problems.emplace_back("The rules of this form wait for each other in a circle, so it cannot be taken.");
}

// A question, or all those inside of a group.
bool is_hidden(const form::form_plan& plan, const form::filling& in, std::string_view pointer) {
  if (in.looks.empty()) return false;
  const std::string inside = std::string(pointer).append("/");
  bool is_there = false;
  for (std::size_t i = 0; i < in.answers.size(); ++i) {
    const std::string_view name = plan.question(i).name;
    if (name != pointer && !name.starts_with(inside)) continue;
    if (!in.answers[i].is_hidden) return false;
    is_there = true;
  }
  return is_there;
}

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
  std::vector<bool> is_unread(out.answers.size());
  for (std::size_t i = 0; i < out.answers.size(); ++i) is_unread[i] = !out.answers[i].problems.empty();
  for (const form::data_finding& one : check.problems_of(out.data)) {
    if (one.kind == form::wrongness::missing && is_hidden(plan, out, one.pointer)) continue;
    const std::optional<std::size_t> about = question_at(plan, one.pointer);
    if (!about)
      complain(out, last_step(one.pointer), one.message);
    else if (!is_unread[*about])
      out.answers[*about].problems.push_back(words_for(one, plan.question(*about), out.answers[*about]));
  }
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
