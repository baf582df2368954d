// The least type that satisfies FormFunction.
#pragma once

#include "tenon/concepts/form_function.hpp"

namespace tenon::testing {

struct form_function_archetype {
  static constexpr auto form_function = tenon::form_function{.name = "archetype"};
  bool call() const { return true; }
};
static_assert(FormFunction<form_function_archetype>);

}  // namespace tenon::testing
