// A changed value as text again. Only the .cpp files of this folder include it.
#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace tenon::json {

// One line. A number that no double holds stays one: of these Boost.JSON makes what it writes by a word that no JSON
// has.
[[nodiscard]] std::string serialized(const boost::json::value& of);

}  // namespace tenon::json
