// ready: every extension has had its on_ready.
#pragma once

#include <string_view>

namespace tenon::core {

// Emitted by the app, once in its life, before the doors open. Who starts again later does not hear it again.
struct ready {
  static constexpr std::string_view name = "ready";
  static constexpr bool may_be_unheard = true;
};

}  // namespace tenon::core
