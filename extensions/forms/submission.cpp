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

reading one_of(const form::element& asked, std::string_view typed) {
  const auto found = std::ranges::find(asked.choices, typed, &form::choice::value);
  if (found != asked.choices.end()) return {found->meaning, {}};
  return typed.empty() ? reading{} : reading{{}, "This is none of the choices."};
}

reading several_of(const form::element& asked, const std::vector<std::string>& typed) {
  std::string out;
  for (const std::string& one : typed) {
    const reading read = one_of(asked, one);
    if (!read.wrong.empty()) return read;
    if (!read.json.empty()) out.append(out.empty() ? "" : ",").append(read.json);
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

reading read_answer(const form::element& asked, const std::vector<std::string>& typed) {
  if (!std::ranges::all_of(typed, tenon::json::is_utf8)) return {{}, "This is not a text in UTF-8."};
  if (asked.type == "array") return several_of(asked, typed);
  const std::optional<std::string_view> said = agreed(typed);
  if (!said) return {{}, "This was answered twice, and not alike."};
  if (!asked.choices.empty()) return one_of(asked, *said);
  if (asked.type == "integer") return whole_number(*said);
  if (asked.type == "number") return any_number(*said);
  if (asked.type == "string") return text(asked, *said);
  if (asked.type != "boolean") return {};
  if (*said == "true") return {"true", {}};
  return said->empty() || *said == "false" ? reading{"false", {}} : reading{{}, "This is neither yes nor no."};
}

// Values with the way to each, as one object. `ways` are sorted from `depth` on.
struct placed {
  std::vector<std::string> way{};
  std::string json{};
};
void write_object(std::span<const placed> values, std::size_t depth, std::string& to) {
  to.append("{");
  for (std::size_t i = 0; i < values.size();) {
    if (i != 0) to.append(",");
    tenon::json::write_string(values[i].way[depth], to);
    to.append(":");
    std::size_t end = i + 1;
    while (end < values.size() && values[end].way[depth] == values[i].way[depth]) ++end;
    if (values[i].way.size() == depth + 1)
      to.append(values[i].json);
    else
      write_object(values.subspan(i, end - i), depth + 1, to);
    i = end;
  }
  to.append("}");
}

std::string object_of(std::vector<placed> values) {
  std::ranges::sort(values, {}, &placed::way);
  std::string out;
  write_object(values, 0, out);
  return out;
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

}  // namespace

bool submission::is_good() const {
  return problems.empty() && std::ranges::all_of(answers, [](const form::answer& one) { return one.problems.empty(); });
}

submission read_submission(const form::form_plan& plan, const form::schema_check& check, std::string_view encoded) {
  submission out;
  out.answers.resize(plan.question_count());
  tenon::each_in_query(encoded, [&](const std::string& name, std::string value) {
    if (const std::optional<std::size_t> found = plan.find(name))
      out.answers[*found].typed.push_back(std::move(value));
    else
      complain(out, form::shown(name), "Nobody asked for this.");
  });
  std::vector<placed> values;
  for (std::size_t i = 0; i < out.answers.size(); ++i) {
    reading read = read_answer(plan.question(i), out.answers[i].typed);
    if (!read.wrong.empty()) out.answers[i].problems.emplace_back(read.wrong);
    if (!read.json.empty()) values.push_back({form::steps_of(plan.question(i).name), std::move(read.json)});
  }
  std::vector<bool> is_unread(out.answers.size());
  for (std::size_t i = 0; i < out.answers.size(); ++i) is_unread[i] = !out.answers[i].problems.empty();
  out.data = object_of(std::move(values));
  for (const form::data_finding& one : check.problems_of(out.data)) {
    const std::optional<std::size_t> about = question_at(plan, one.pointer);
    if (!about)
      complain(out, last_step(one.pointer), one.message);
    else if (!is_unread[*about])
      out.answers[*about].problems.push_back(words_for(one, plan.question(*about), out.answers[*about]));
  }
  return out;
}

}  // namespace tenon_forms
