// `list extensions`: what the program is made of, from the tables that the compiler made.
#pragma once

#include <span>
#include <string>

#include "tenon/composition/extension_facts.hpp"

namespace tenon_commands {

// For people: a table, one line for each extension, in start order.
[[nodiscard]] std::string extension_table(std::span<const tenon::extension_facts> extensions);

// For scripts: one array of objects.
[[nodiscard]] std::string extension_json(std::span<const tenon::extension_facts> extensions);

}  // namespace tenon_commands
