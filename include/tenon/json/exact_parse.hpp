// Texts as values of Boost.JSON, whose own parsers may be off by one in the last digit of a floating point number: what
// has gone through one of them and is written again is another number.
#pragma once

#include <boost/json/error.hpp>
#include <boost/json/storage_ptr.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <string_view>

namespace tenon::json {

// Deeper texts are refused, for destroying a value goes as deep.
inline constexpr std::size_t most_nested = 64;

// Null where `code` says what is wrong, at the byte `at`. What it is made of lies `in` there.
[[nodiscard]] boost::json::value parse_exactly(std::string_view text, std::size_t max_depth,
                                               boost::json::error_code& code, std::size_t& at,
                                               boost::json::storage_ptr in = {});

// Of a text that is JSON: throws boost::json::system_error for any other.
[[nodiscard]] boost::json::value parse_exactly(std::string_view text, boost::json::storage_ptr in = {});

}  // namespace tenon::json
