// An implementation for extension_impl that is built and installed on its own: API keys that live as long as the
// program.
#pragma once

#include <tenon/extension.hpp>

#include "acme_api_keys.hpp"

struct acme_keys {
  static constexpr auto manifest = tenon::manifest{.name = "acme_keys",
                                                   .version = "1.2.0",
                                                   .doc = "API keys kept in memory: gone when the program ends.",
                                                   .core = true};

  acme::api_keys api_key{};
};
