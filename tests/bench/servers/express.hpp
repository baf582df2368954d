// An Express server with the route and the envelope of drivers, over a map in memory and a file that is appended to.
#pragma once

#include "servers/server.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace bench {

// npm puts Express into the folder; where it cannot, the server is missing and says why.
server express(const tenon::testing::scratch_folder& folder);

}  // namespace bench
