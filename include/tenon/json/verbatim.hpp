// Texts as values whose numbers are as they are written, so that what was changed at one place is the same at all
// others: no double stands between `1.0`, or a whole number of twenty digits, and what is written again. Only the .cpp
// files of this folder include it.
#pragma once

#include <boost/json/error.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace tenon::json {

// Texts and numbers are strings with a mark before them; keys, lists, objects, null, true and false are what they are.
inline constexpr char text_mark = 't', number_mark = 'n';

[[nodiscard]] inline bool is_number(const boost::json::value& one) noexcept {
  return one.is_string() && one.get_string().front() == number_mark;
}
// Of a number.
[[nodiscard]] inline std::string_view number_text(const boost::json::value& one) noexcept {
  const boost::json::string& marked = one.get_string();
  return std::string_view(marked.data(), marked.size()).substr(1);
}
[[nodiscard]] boost::json::value verbatim_number(std::string_view text);

// Null where `code` says what is wrong; as deep as most_nested.
[[nodiscard]] boost::json::value parse_verbatim(std::string_view text, boost::json::error_code& code);
// Of a text that is JSON: throws boost::json::system_error for any other.
[[nodiscard]] boost::json::value parse_verbatim(std::string_view text);

// One line.
[[nodiscard]] std::string verbatim_text(const boost::json::value& of);

}  // namespace tenon::json
