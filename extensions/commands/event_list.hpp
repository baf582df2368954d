// `list events`, `list listeners` and `list exports`: what goes from one extension to another.
#pragma once

#include <span>
#include <string>

#include "tenon/composition/extension_facts.hpp"
#include "tenon/event/event_row.hpp"

namespace tenon_commands {

using extension_rows = std::span<const tenon::extension_facts>;
using event_rows = std::span<const tenon::event::event_row>;

// One line or object for each event, by name: who emits it, who hears it.
[[nodiscard]] std::string event_table(event_rows events, extension_rows extensions);
[[nodiscard]] std::string event_json(event_rows events, extension_rows extensions);

// One for each pair of an event and one that hears it, in the order in which they are told.
[[nodiscard]] std::string listener_table(event_rows events, extension_rows extensions);
[[nodiscard]] std::string listener_json(event_rows events, extension_rows extensions);

// One for each extension that exports something, in start order: what, and who needs it, under which name.
[[nodiscard]] std::string export_table(extension_rows extensions);
[[nodiscard]] std::string export_json(extension_rows extensions);

}  // namespace tenon_commands
