#include "page_request.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

#include "tenon/word/error.hpp"
#include "tenon/word/route.hpp"

namespace tenon_api {

namespace {

std::optional<std::string> parameter(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(pair.size() == query.size() ? pair.size() : pair.size() + 1);
    const std::size_t equals = pair.find('=');
    if (tenon::percent_decoded(pair.substr(0, equals)) == name)
      return equals == std::string_view::npos ? "" : tenon::percent_decoded(pair.substr(equals + 1));
  }
  return std::nullopt;
}

// Unsigned, so from_chars takes digits and nothing else.
std::optional<std::uint32_t> number_from(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::uint32_t read(std::string_view query, std::string_view name, std::uint32_t unless_there, std::uint32_t least,
                   std::uint32_t most, const char* message) {
  const auto text = parameter(query, name);
  if (!text) return unless_there;
  const auto value = number_from(*text);
  if (!value || *value < least || *value > most) throw tenon::error(tenon::error_type::invalid_request, message);
  return *value;
}

}  // namespace

tenon::list_api_keys_request read_page_request(std::string_view query) {
  constexpr std::uint32_t most_at_once = 100;
  return {.limit = read(query, "limit", most_at_once, 1, most_at_once, "limit must be a number between 1 and 100"),
          .offset = read(query, "offset", 0, 0, UINT32_MAX, "offset must be a non-negative number")};
}

}  // namespace tenon_api
