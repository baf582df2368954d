// Observations as lines of JSON, and as a table.
#pragma once

#include <string>

#include "observation.hpp"

namespace tenon::form {
class form_plan;
}

namespace tenon_forms {

// {"id", "receivedAt", "actor", "formVersion", "data"} and a line feed.
[[nodiscard]] std::string json_line(const observation& of);

// RFC 4180: the names of columns, and what an observation says to each question, in the order of the form. A list of
// objects is one column, as JSON: how many entries there are is a matter of each observation. A text that a program for
// tables would take for a formula has an apostrophe in front.
[[nodiscard]] std::string csv_head(const tenon::form::form_plan& of);
[[nodiscard]] std::string csv_line(const tenon::form::form_plan& of, const observation& one);

}  // namespace tenon_forms
