// Who listens on a port that is taken.
#pragma once

#include <string>

namespace tenon::http1 {

// "nginx (process 1234)" where it can be found out; else what can be said without knowing.
[[nodiscard]] std::string holder_of_port(int port);

}  // namespace tenon::http1
