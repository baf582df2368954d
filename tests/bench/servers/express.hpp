// An Express server with the route and the envelope of drivers, over a map in memory and a file that is appended to.
#pragma once

#include "measure/scratch_folder.hpp"
#include "servers/server.hpp"

namespace bench {

// npm puts Express into the folder; where it cannot, the server is missing and says why.
server express(const scratch_folder& folder);

}  // namespace bench
