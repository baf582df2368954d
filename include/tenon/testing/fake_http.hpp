// In tests of what needs the extension `http` and is asked without a socket: put it where that stands.
#pragma once

#include <cstdint>
#include <limits>

#include "tenon/word/manifest.hpp"

namespace tenon::testing {

struct fake_http {
  static constexpr auto manifest = tenon::manifest{.name = "http", .version = "1.0.0"};
  // Of what the extension exports, what says something where nobody listens: a test sends what it likes.
  struct exports {
    [[nodiscard]] static constexpr std::uint64_t longest_body() noexcept {
      return std::numeric_limits<std::uint64_t>::max();
    }
  };
  exports& exported() noexcept { return given_; }

 private:
  exports given_{};
};

}  // namespace tenon::testing
