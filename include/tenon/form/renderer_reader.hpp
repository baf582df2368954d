// One entry of an ext.json's renderers.
#pragma once

#include <string_view>

#include "tenon/form/entry_reader.hpp"

namespace tenon::form {

// {"renderer": {"path", "export"}, "tester": {"path", "export"}} of version 1, where the key is the format unless one
// is given, or {"name", "format", "module", "renderer", "tester"} of before. Only a good one is said.
void read_renderer(entry_reader& read, std::string_view key, const json::node& one);

}  // namespace tenon::form
