// A changed value as text again. Only the .cpp files of this folder include it.
#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace tenon::json {

// One line. Numbers that are not whole are written as people write them, where Boost.JSON writes 5E-1; one that no
// double holds stays a number, where it writes a word that no JSON has.
[[nodiscard]] std::string serialized(const boost::json::value& of);

}  // namespace tenon::json
