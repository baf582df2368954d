// The commands that the console has by itself.
#pragma once

#include <span>

#include "command_registry.hpp"
#include "tenon/call/caller.hpp"
#include "tenon/composition/extension_facts.hpp"

namespace tenon_console {

// help, call, extension:list, exports:list. What is given has to outlive the registry.
void add_own_commands(command_registry& to, const tenon::call::function_door& functions,
                      std::span<const tenon::extension_facts> extensions);

}  // namespace tenon_console
