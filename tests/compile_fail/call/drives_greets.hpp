// Who drives the interface `greets`, which a program has before it includes this.
#pragma once

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

using some = tenon::driver<"some", greets>;
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<some>;
};

tenon::app<greeter> composition;
