#include "tenon/json/path_edit.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <system_error>

#include "tenon/json/quoted.hpp"
#include "tenon/json/verbatim.hpp"
#include "tenon/json/wire.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/real_text.hpp"
#include "tenon/word/error.hpp"

namespace tenon::json {

namespace {

using boost::json::value;

[[noreturn]] void refuse(std::string message) { throw error(error_type::invalid_request, std::move(message)); }

value value_from(std::string_view text) {
  if (text.empty()) return nullptr;
  boost::json::error_code problem;
  value out = parse_verbatim(text, problem);
  if (problem) refuse(std::string("this is not JSON: ").append(text.substr(0, 40)));
  return out;
}

// A path may be long.
std::string quoted(std::string_view path) {
  return std::string("`").append(path.substr(0, 80)).append(path.size() > 80 ? "..." : "").append("`");
}

constexpr std::size_t most_depth = json::wire().max_depth;

std::size_t depth_of(const value& of) {
  std::size_t inside = 0;
  if (const auto* members = of.if_object())
    for (const auto& one : *members) inside = std::max(inside, depth_of(one.value()));
  else if (const auto* list = of.if_array())
    for (const value& one : *list) inside = std::max(inside, depth_of(one));
  else
    return 0;
  return inside + 1;
}

std::string written(const value& of) {
  if (depth_of(of) > most_depth)
    refuse("the value would be more than " + std::to_string(most_depth) + " lists and objects deep");
  return verbatim_text(of);
}

void check(std::string_view path) {
  if (static_cast<std::size_t>(std::count(path.begin(), path.end(), '.')) >= most_depth)
    refuse(quoted(path) + " has more than " + std::to_string(most_depth) + " keys");
  if (!is_utf8(path)) refuse("the path is not UTF-8");
}

// What a path leads to, for a sentence.
std::string named(std::string_view path) { return path.empty() ? std::string("the value") : quoted(path); }

// The next key of a path, from `from` on, which moves behind it.
boost::json::string_view key_of(std::string_view path, std::size_t& from) {
  const std::size_t end = std::min(path.find('.', from), path.size());
  const std::string_view key = path.substr(from, end - from);
  if (key.empty()) refuse(quoted(path) + " is no path: write keys with periods between them, as in score.total");
  from = end + 1;
  return {key.data(), key.size()};
}

// The place that a path leads to, made where it is not there.
value& place_in(value& whole, std::string_view path) {
  check(path);
  value* at = &whole;
  for (std::size_t from = 0; !path.empty() && from <= path.size();) {
    const std::size_t before = from;
    const boost::json::string_view key = key_of(path, from);
    if (at->is_null()) at->emplace_object();
    if (!at->is_object())
      refuse(named(path.substr(0, before == 0 ? 0 : before - 1))
                 .append(at->is_array() ? " is a list" : " is no object")
                 .append(", so there is no place for ")
                 .append(quoted(path))
                 .append(" in it"));
    at = &at->get_object()[key];
  }
  return *at;
}

std::optional<std::int64_t> whole(std::string_view number) {
  std::int64_t out = 0;
  const auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), out);
  return problem == std::errc() && end == number.data() + number.size() ? std::optional(out) : std::nullopt;
}

bool is_real(std::string_view number) { return number.find_first_of(".eE") != number.npos; }

double real(std::string_view number) {
  double out = std::numeric_limits<double>::infinity();  // what no double holds
  static_cast<void>(reflect::parse_real(number, out));
  return out;
}

// Whoever counts wants to hear of it when the count would not be exact any more.
value sum_of(std::string_view left, std::string_view right, std::string_view path) {
  const std::string said = path.empty() ? "the sum" : "the sum at " + quoted(path);
  if (!is_real(left) && !is_real(right)) {
    std::int64_t sum = 0;
    const auto one = whole(left), other = whole(right);
    if (one && other && !__builtin_add_overflow(*one, *other, &sum)) return verbatim_number(std::to_string(sum));
    refuse(said + " is more than a whole number of 64 bits with a sign holds");
  }
  const double both = real(left) + real(right);
  if (!std::isfinite(both)) refuse(said + " is too large");
  return verbatim_number(reflect::print_real(both));
}

void add(value& to, const value& amount, std::string_view path) {
  if (!is_number(amount)) refuse("the amount for " + named(path) + " is no number");
  if (to.is_null()) to = verbatim_number("0");
  if (!is_number(to)) refuse(named(path) + " is no number, so nothing can be added to it");
  to = sum_of(number_text(to), number_text(amount), path);
}

void append(value& to, value what, std::string_view path) {
  if (to.is_null()) to.emplace_array();
  if (!to.is_array()) refuse(named(path) + " is no list, so nothing can be put behind it");
  if (!what.is_array()) return to.get_array().push_back(std::move(what));
  for (value& one : what.get_array()) to.get_array().push_back(std::move(one));
}

void take_away(value& whole, std::string_view path) {
  check(path);
  if (path.empty()) refuse("a path is empty, which is the whole value. Forget that by its key");
  boost::json::object* in = whole.if_object();
  for (std::size_t from = 0;;) {
    const boost::json::string_view key = key_of(path, from);
    if (from > path.size()) {
      if (in != nullptr) in->erase(key);
      return;
    }
    value* const inner = in == nullptr ? nullptr : in->if_contains(key);
    in = inner == nullptr ? nullptr : inner->if_object();
  }
}

}  // namespace

std::string increased(std::string_view text, const paths_and_texts& by) {
  value out = value_from(text);
  for (const auto& [path, amount] : by) add(place_in(out, path), value_from(amount), path);
  return written(out);
}

std::string replaced(std::string_view text, const paths_and_texts& with) {
  value out = value_from(text);
  for (const auto& [path, made] : with) place_in(out, path) = value_from(made);
  return written(out);
}

std::string appended(std::string_view text, const paths_and_texts& with) {
  value out = value_from(text);
  for (const auto& [path, made] : with) append(place_in(out, path), value_from(made), path);
  return written(out);
}

std::string removed(std::string_view text, std::span<const std::string> paths) {
  value out = value_from(text);
  for (const std::string& path : paths) take_away(out, path);
  return written(out);
}

}  // namespace tenon::json
