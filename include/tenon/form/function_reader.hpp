// One entry of an ext.json's functions.
#pragma once

#include <string_view>

#include "tenon/form/entry_reader.hpp"

namespace tenon::form {

// {"path", "export"} of version 1 or {"name", "module", "export"} of before. Only a good one is said.
void read_function(entry_reader& read, std::string_view key, const json::node& one);

}  // namespace tenon::form
