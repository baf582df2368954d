// The source of a program with routes.
#pragma once

#include <cstddef>
#include <string>

namespace bench {

// So many routes, evenly shared out among so many extensions, each with a handler of its own. It asks for one of them.
std::string source_of_routes(std::size_t routes, std::size_t extensions);

}  // namespace bench
