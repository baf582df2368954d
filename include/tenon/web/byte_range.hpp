// The part of a file that a client asks for (RFC 9110 section 14).
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>
#include <system_error>

namespace tenon::web {

struct byte_range {
  std::size_t first = 0, size = 0;  // nothing of it is there: 0 bytes
  friend bool operator==(const byte_range&, const byte_range&) = default;
};

// What `bytes=0-99`, `bytes=100-` and `bytes=-100` mean for so many bytes. None where the whole is to be sent: for
// several ranges, another unit, and anything that is malformed.
[[nodiscard]] inline std::optional<byte_range> byte_range_from(std::string_view text, std::size_t size) {
  constexpr std::string_view unit = "bytes=";
  if (!text.starts_with(unit)) return std::nullopt;
  text.remove_prefix(unit.size());
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  // A number that is too large for any file is as good as the largest.
  const auto number = [](std::string_view digits) -> std::optional<std::size_t> {
    std::size_t out = 0;
    const char* const end = digits.data() + digits.size();
    const auto [behind, problem] = std::from_chars(digits.data(), end, out);
    if (digits.empty() || behind != end || problem == std::errc::invalid_argument) return std::nullopt;
    return problem == std::errc::result_out_of_range ? std::size_t(-1) : out;
  };
  const std::string_view from = text.substr(0, dash), to = text.substr(dash + 1);
  if (from.empty()) {
    const std::optional<std::size_t> last = number(to);
    if (!last) return std::nullopt;
    const std::size_t taken = *last < size ? *last : size;
    return byte_range{size - taken, taken};
  }
  const std::optional<std::size_t> first = number(from), last = to.empty() ? std::size_t(-1) : number(to);
  if (!first || !last || *last < *first) return std::nullopt;
  if (*first >= size) return byte_range{};
  return byte_range{*first, (*last < size ? *last - *first + 1 : size - *first)};
}

}  // namespace tenon::web
