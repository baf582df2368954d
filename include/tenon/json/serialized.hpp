// A changed value as text again. Only the .cpp files of this folder include it.
#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace tenon::json {

// One line. A number that no double holds stays one, and 0e400 is 0: of these Boost.JSON has made what it writes by
// words that no JSON has.
[[nodiscard]] std::string serialized(const boost::json::value& of);

}  // namespace tenon::json
