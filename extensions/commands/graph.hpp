// `graph`: who needs whom, who tells whom, and who gives something to whom.
#pragma once

#include <string>

#include "event_list.hpp"

namespace tenon_commands {

// {"nodes": [{"name", "kind"}], "edges": [{"from", "to", "kind": "need|event|import", "name"}]}. A need leads from who
// needs to whom; an event from who emits to who hears it; an import from who needs an exporter to that one, and its
// name is the type exported.
[[nodiscard]] std::string graph_json(event_rows events, extension_rows extensions);

// The same for Graphviz: `backend graph | dot -Tsvg`.
[[nodiscard]] std::string graph_dot(event_rows events, extension_rows extensions);

}  // namespace tenon_commands
