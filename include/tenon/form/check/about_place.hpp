// A finding about a place that may not be in the file at all.
#pragma once

#include <string>

#include "tenon/form/json_file.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

// What stands at a pointer, or, of what a definition from elsewhere says, around it.
[[nodiscard]] bundle_finding about_place(const json_file& file, std::string pointer, std::string message,
                                         std::string advice);

}  // namespace tenon::form
