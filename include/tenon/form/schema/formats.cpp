#include "tenon/form/schema/formats.hpp"

#include <arpa/inet.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>

#include "tenon/word/fixed_string.hpp"

namespace tenon::form {

namespace {

using test = bool (*)(std::string_view text);

// Compiled when it is first asked for; afterwards any thread may ask.
template <fixed_string Pattern>
bool matches(std::string_view text) {
  static const re2::RE2 pattern(re2::StringPiece(Pattern.view().data(), Pattern.view().size()), re2::RE2::Quiet);
  return re2::RE2::FullMatch({text.data(), text.size()}, pattern);
}

constexpr bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

unsigned number(std::string_view text) {
  unsigned out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const std::string_view year = text.substr(0, 4), month = text.substr(5, 2), day = text.substr(8);
  if (!all_digits(year) || !all_digits(month) || !all_digits(day)) return false;
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(number(year))),
                                     std::chrono::month(number(month)), std::chrono::day(number(day)))
      .ok();
}

// RFC 3339; a leap second is the last of its day in UTC, which is not looked for.
bool is_time(std::string_view text) {
  return matches<R"(([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))">(
      text);
}

bool is_date_time(std::string_view text) {
  return text.size() > 11 && (text[10] == 'T' || text[10] == 't') && is_date(text.substr(0, 10)) &&
         is_time(text.substr(11));
}

bool is_hostname(std::string_view text) {
  return text.size() <= 253 &&
         matches<R"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)">(
             text);
}

bool is_email(std::string_view text) {
  const std::size_t at = text.rfind('@');
  return at != std::string_view::npos && text.size() <= 254 && is_hostname(text.substr(at + 1)) &&
         matches<R"([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64})*)">(
             text.substr(0, at));
}

template <int Family>
bool is_address(std::string_view text) {
  std::array<unsigned char, 16> out{};
  return text.size() < 64 && text.find('\0') == std::string_view::npos &&
         inet_pton(Family, std::string(text).c_str(), out.data()) == 1;
}

bool is_duration(std::string_view text) {
  return !text.ends_with('P') && !text.ends_with('T') &&
         matches<R"(P([0-9]+W|([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?))">(text);
}

bool is_pattern(std::string_view text) {
  return re2::RE2(re2::StringPiece(text.data(), text.size()), re2::RE2::Quiet).ok();
}

#define TENON_URI_REST "([^\\s<>\"{}|\\\\^`%]|%[0-9A-Fa-f]{2})*"
struct checked_format {
  std::string_view name;
  test is_good;
  std::string_view fault;
};
constexpr std::string_view no_email = "This is not an email address.", no_address = "This is not an address.";
constexpr std::array all_formats{
    checked_format{"date", is_date, "This is not a date, as in 2026-11-27."},
    checked_format{"time", is_time, "This is not a time, as in 08:30:00Z."},
    checked_format{"date-time", is_date_time, "This is not a date and a time, as in 2026-11-27T08:30:00Z."},
    checked_format{"duration", is_duration, "This is not a duration, as in P3DT4H."},
    checked_format{"email", is_email, no_email},
    checked_format{"hostname", is_hostname, "This is not the name of a host."},
    checked_format{"ipv4", is_address<AF_INET>, no_address},
    checked_format{"ipv6", is_address<AF_INET6>, no_address},
    checked_format{"uri", matches<"[A-Za-z][A-Za-z0-9+.-]*:" TENON_URI_REST>,
                   "This is not an address of a page, as in https://example.org/."},
    checked_format{"uri-reference", matches<TENON_URI_REST>, no_address},
    checked_format{"uuid", matches<"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}">, "This is not a UUID."},
    checked_format{"json-pointer", matches<"(/([^~/]|~[01])*)*">, "This is not a JSON pointer."},
    checked_format{"relative-json-pointer", matches<"(0|[1-9][0-9]*)(#|(/([^~/]|~[01])*)*)">,
                   "This is not a relative JSON pointer."},
    checked_format{"regex", is_pattern, "This is not a regular expression."},
    checked_format{"adate", matches<R"((([0-9]{4}|\?\?\?\?)-([0-9]{2}|\?\?)-([0-9]{2}|\?\?))?)">,
                   "This is not a date, as in 2026-11-??."},
};
#undef TENON_URI_REST

const checked_format* find(std::string_view name) {
  const auto* const found = std::ranges::find(all_formats, name, &checked_format::name);
  return found == all_formats.end() ? nullptr : found;
}

}  // namespace

bool is_checked_format(std::string_view format) { return find(format) != nullptr; }

std::string_view format_fault(std::string_view format, std::string_view text) {
  const checked_format* one = find(format);
  return one == nullptr || one->is_good(text) ? std::string_view() : one->fault;
}

}  // namespace tenon::form
