// Finding one's way in a text that Boost.JSON has already accepted: where each value begins and ends, and in which line
// that is. It checks nothing; on any other text it returns places without meaning, inside the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/word/finding.hpp"

namespace tenon::json {

[[nodiscard]] std::size_t blank_end(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t string_end(std::string_view text, std::size_t at);  // `at` its first quote
[[nodiscard]] std::size_t value_end(std::string_view text, std::size_t at);   // `at` its first character

// `at` the place behind `{` or `,` or anywhere before the next key: the key as it is written, and where its value
// begins.
struct member {
  std::string_view key;  // with its quotes and escapes
  std::size_t key_at, value_at;
};
[[nodiscard]] member member_at(std::string_view text, std::size_t at);

// How many members all objects of the text have, counting keys that come twice twice.
[[nodiscard]] std::size_t count_members(std::string_view text);

// No more findings than this about one text: they would say nothing new, and a hostile text cannot make them many.
inline constexpr std::size_t most_findings = 100;

// Keys that come twice in one object, in order. `decode` turns a key as it is written into what it means.
[[nodiscard]] std::vector<finding> repeated_keys(std::string_view text, std::string (*decode)(std::string_view));

// Sets line and column; a column counts characters.
void put_place(finding& one, std::string_view text, std::size_t at);

// One more step of a pointer: `~` and `/` are escaped.
void append_step(std::string& pointer, std::string_view key);
// The key of which a step was made.
[[nodiscard]] std::string plain_step(std::string_view step);

}  // namespace tenon::json
