// What is done to a schema before a validator gets it.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <unordered_set>

namespace tenon::form {

// Stands before the name of a format where it has become a pattern; no text of a schema may begin with it.
inline constexpr char format_mark = '\x01';

// Makes patterns of the formats that are checked, and leaves out the others: the validator's own check of them stands
// on std::regex, whose time and stack have no bound. Writes counts without a point. Gives all patterns.
[[nodiscard]] std::unordered_set<std::string> prepare_patterns(boost::json::value& schema);

}  // namespace tenon::form
