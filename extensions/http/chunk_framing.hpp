// What is wrong with the lines between chunks. Beast looks at one when its end is there; a peer that is wrong about
// where lines end would wait for an answer until then, and one that never ends its line would fill the memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "refusal.hpp"

namespace tenon::http1 {

[[nodiscard]] constexpr bool has_bare_line_feed(std::string_view text) noexcept {
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
    if (at == 0 || text[at - 1] != '\r') return true;
  return false;
}

// `lines` is what stands behind the line of the last chunk, as far as it has come.
[[nodiscard]] constexpr refusal fault_of_trailers(std::string_view lines, std::size_t limit) noexcept {
  if (lines.size() > limit) return refusal::header_too_large;
  return has_bare_line_feed(lines) ? refusal::bad_chunk : refusal::none;
}

// `waiting` is what has come from the end of a chunk, or of the header, and has no chunk in it that could be read.
[[nodiscard]] constexpr refusal fault_of_framing(std::string_view waiting, bool behind_chunk,
                                                 std::size_t limit) noexcept {
  constexpr std::string_view line_end = "\r\n";
  const std::size_t begin = behind_chunk ? line_end.size() : 0;
  const std::size_t end = waiting.find(line_end, begin);
  if (has_bare_line_feed(waiting.substr(0, end))) return refusal::bad_chunk;
  if (waiting.size() <= begin) return refusal::none;
  std::string_view line = waiting.substr(begin, end == waiting.npos ? end : end - begin);
  if (end == waiting.npos && line.ends_with('\r')) line.remove_suffix(1);
  if (line.size() > limit) return refusal::header_too_large;
  if (end == waiting.npos || !line.starts_with('0')) return refusal::none;
  constexpr std::string_view digits = "123456789abcdefABCDEF";
  const std::string_view behind_zeros = line.substr(std::min(line.find_first_not_of('0'), line.size()));
  const bool is_last = behind_zeros.empty() || digits.find(behind_zeros.front()) == digits.npos;
  if (!is_last) return refusal::none;
  return fault_of_trailers(waiting.substr(end + line_end.size()), limit);
}

}  // namespace tenon::http1
