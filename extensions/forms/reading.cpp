#include "reading.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

#include "tenon/form/render/position.hpp"
#include "tenon/form/typed_number.hpp"
#include "tenon/json/quoted.hpp"

namespace tenon_forms {

namespace form = tenon::form;

namespace {

constexpr std::string_view answered_twice = "This was answered twice, and not alike.";

reading whole_number(std::string_view typed) {
  typed = form::trimmed_number(typed);
  if (typed.empty()) return {};
  std::int64_t value = 0;
  const auto [end, failed] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
  if (failed == std::errc() && end == typed.data() + typed.size()) return {std::to_string(value), {}};
  // A browser takes 5.0 and 1e3 for whole numbers, and they are.
  constexpr double too_large = 9'007'199'254'740'992;  // from here on a double leaves some out
  double real = 0;
  const auto [real_end, unread] = std::from_chars(typed.data(), typed.data() + typed.size(), real);
  const bool is_number = real_end == typed.data() + typed.size() && (unread == std::errc() || !typed.empty());
  if (!is_number || unread == std::errc::invalid_argument) return {{}, "This is not a whole number."};
  if (unread == std::errc() && std::isfinite(real) && real != std::trunc(real))
    return {{}, "This is not a whole number."};
  if (unread != std::errc() || !std::isfinite(real) || std::abs(real) >= too_large)
    return {{}, "This number is too large to be taken."};
  return {std::to_string(static_cast<std::int64_t>(real)), {}};
}

reading any_number(std::string_view typed) {
  if (form::trimmed_number(typed).empty()) return {};
  const std::optional<double> value = form::typed_number(typed);
  if (!value) return {{}, "This is not a number, as in 1.5."};
  std::array<char, 32> text{};
  return {std::string(text.data(), std::to_chars(text.data(), text.data() + text.size(), *value).ptr), {}};
}

// A browser says neither seconds that are zero nor a zone; both are asked for in UTC.
std::string in_utc(std::string_view typed, std::size_t time_at) {
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
  if (asked.schema_format == "time" || asked.schema_format == "date-time")
    return {tenon::json::quoted(with_zone(asked, typed)), {}};
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

reading position(const std::vector<std::string>& typed) {
  const std::vector<form::typed_position> said = form::positions_in(typed);
  if (said.empty()) return {};
  if (std::ranges::count(said, said.front()) != std::ssize(said)) return {{}, answered_twice};
  const form::position_text read = form::position_of(said.front());
  if (!read.wrong.empty()) return {{}, read.wrong};
  return {tenon::json::quoted(read.uri), {}};
}

}  // namespace

reading read_answer(const form::element& asked, const form::answer& given) {
  const std::vector<std::string>& typed = given.typed;
  const std::span<const form::choice> choices = asked.has_dynamic_choices ? given.choices : asked.choices;
  if (!std::ranges::all_of(typed, tenon::json::is_utf8)) return {{}, "This is not a text in UTF-8."};
  if (asked.is_file) {
    if (!std::ranges::all_of(typed, &std::string::empty)) return {{}, "This is answered with a file: choose one."};
    return {given.file, {}};
  }
  if (asked.type == "array") return several_of(choices, typed);
  if (form::is_position_text(asked)) return position(typed);
  const std::optional<std::string_view> said = agreed(typed);
  if (!said) return {{}, answered_twice};
  if (asked.has_choices()) return one_of(choices, *said);
  if (asked.type == "integer") return whole_number(*said);
  if (asked.type == "number") return any_number(*said);
  if (asked.type == "string") return text(asked, *said);
  if (asked.type != "boolean") return {};
  if (*said == "true") return {"true", {}};
  return said->empty() || *said == "false" ? reading{"false", {}} : reading{{}, "This is neither yes nor no."};
}

std::string with_zone(const form::element& asked, std::string_view typed) {
  if (asked.schema_format == "time") return in_utc(typed, 0);
  if (asked.schema_format == "date-time") return in_utc(typed, 11);
  return std::string(typed);
}

}  // namespace tenon_forms
