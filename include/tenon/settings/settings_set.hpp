// The settings of every extension of a composition, side by side.
#pragma once

#include <type_traits>

#include "tenon/composition/implementation.hpp"
#include "tenon/concepts/has_settings.hpp"

namespace tenon {

template <class Extension>
struct settings_slot {};
template <HasSettings Extension>
struct settings_slot<Extension> {
  typename Extension::settings value{};
};

// Starts with the defaults. Filled by the host, then handed to the app. `Listed` may be marked with `implementation<>`.
template <class... Listed>
struct settings_set : settings_slot<typename unmarked<Listed>::type>... {
  template <HasSettings Extension>
  [[nodiscard]] typename Extension::settings& of() {
    return static_cast<settings_slot<Extension>&>(*this).value;
  }
  template <HasSettings Extension>
  [[nodiscard]] const typename Extension::settings& of() const {
    return static_cast<const settings_slot<Extension>&>(*this).value;
  }

  // Calls f(std::type_identity<Extension>, is_implementation, settings) for each that can be configured, in list order.
  template <class F>
  void each(F&& f) {
    [[maybe_unused]] int visited[] = {0, (visit<Listed>(f), 0)...};
  }

 private:
  template <class One, class F>
  void visit(F& f) {
    using extension = typename unmarked<One>::type;
    if constexpr (HasSettings<extension>)
      f(std::type_identity<extension>{}, unmarked<One>::is_implementation, of<extension>());
  }
};

}  // namespace tenon
