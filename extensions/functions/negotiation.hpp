// In which form arguments come and a result is taken: JSON, whatever else a client may have.
#pragma once

#include "tenon/word/request.hpp"

namespace tenon_functions {

// A body of application/json, or of a type that nobody says. What is said to be a form and begins as an object is JSON
// all the same, because curl says that of whatever it is given. An empty body is good whatever its type.
[[nodiscard]] bool is_json_sent(const tenon::request& from);

// Whether `Accept` leaves room for application/json; where there is none, anything will do.
[[nodiscard]] bool is_json_accepted(const tenon::request& from);

}  // namespace tenon_functions
