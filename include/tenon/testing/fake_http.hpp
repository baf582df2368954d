// In tests of what needs the extension `http` and is asked without a socket: put it where that stands.
#pragma once

#include "tenon/word/manifest.hpp"

namespace tenon::testing {

struct fake_http {
  static constexpr auto manifest = tenon::manifest{.name = "http", .version = "1.0.0"};
};

}  // namespace tenon::testing
