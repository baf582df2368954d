// The target of a request line: is it one, and where in it are path and query?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "host.hpp"
#include "refusal.hpp"
#include "tenon/word/hexadecimal.hpp"

namespace tenon::http1 {

// Positions instead of views: the target may move with its buffer until the whole request is there.
struct request_target {
  refusal fault = refusal::none;
  std::size_t path = 0, path_end = 0;  // [path, path_end)
  std::size_t query = 0;               // to the end of the target

  [[nodiscard]] constexpr std::string_view path_of(std::string_view target) const {
    return path == path_end ? std::string_view("/") : target.substr(path, path_end - path);
  }
  // Of an absolute target; else empty.
  [[nodiscard]] constexpr std::string_view authority_of(std::string_view target) const {
    if (path == 0) [[likely]]
      return {};
    const std::size_t from = target.find("//") + 2;
    return target.substr(from, path - from);
  }
  [[nodiscard]] constexpr std::string_view query_of(std::string_view target) const { return target.substr(query); }
};

// What a byte of a target is. Bytes above 126 and `#` never stand in one; the parser has refused blanks and controls.
enum class target_byte : std::uint8_t { plain, percent, question, wrong };

inline constexpr auto target_bytes = [] {
  std::array<target_byte, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i)
    if (i <= ' ' || i > '~' || i == '#') table[i] = target_byte::wrong;
  table['%'] = target_byte::percent;
  table['?'] = target_byte::question;
  return table;
}();

// Where the path of an absolute URL begins: after the authority. npos: it is no http or https URL.
[[nodiscard]] constexpr std::size_t path_of_absolute(std::string_view target) {
  constexpr std::array<std::string_view, 2> schemes{"http://", "https://"};
  for (std::string_view scheme : schemes) {
    if (target.size() <= scheme.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < scheme.size(); ++i)
      same = same && ((target[i] >= 'A' && target[i] <= 'Z') ? target[i] + ('a' - 'A') : target[i]) == scheme[i];
    if (!same) continue;
    const std::size_t end = target.find_first_of("/?", scheme.size());
    if (end == scheme.size()) return std::string_view::npos;  // no host
    return end == std::string_view::npos ? target.size() : end;
  }
  return std::string_view::npos;
}

// `asterisk_is_allowed`: the method is OPTIONS. `authority_is_allowed`: the method is CONNECT.
[[nodiscard]] constexpr request_target split_target(std::string_view target, bool asterisk_is_allowed,
                                                    bool authority_is_allowed) {
  request_target out;
  if (target.front() != '/') [[unlikely]] {
    if (target == "*" && asterisk_is_allowed) return {refusal::none, 0, 1, 1};
    if (!authority_is_allowed) out.path = path_of_absolute(target);
    if (out.path == std::string_view::npos) return {refusal::bad_target_form, 0, 0, 0};
    if (!is_host(out.authority_of(target))) return {refusal::bad_authority, 0, 0, 0};
  }
  out.path_end = out.query = target.size();
  bool in_query = false;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const target_byte kind = target_bytes[static_cast<unsigned char>(target[i])];
    if (kind == target_byte::plain) [[likely]]
      continue;
    if (kind == target_byte::wrong) return {refusal::bad_target_character, 0, 0, 0};
    if (kind == target_byte::percent) {
      if (i + 2 >= target.size() || !is_hexadecimal(target[i + 1]) || !is_hexadecimal(target[i + 2]))
        return {refusal::bad_escape, 0, 0, 0};
      i += 2;
    } else if (!in_query) {
      in_query = true;
      out.path_end = i;
      out.query = i + 1;
    }
  }
  return out;
}

}  // namespace tenon::http1
