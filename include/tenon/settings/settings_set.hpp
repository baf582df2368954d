// The settings of every extension of a composition, side by side.
#pragma once

#include <type_traits>

#include "tenon/composition/implementation.hpp"
#include "tenon/composition/settings_slot.hpp"
#include "tenon/concepts/has_settings.hpp"

namespace tenon {

namespace detail {
template <class Extension, class F>
void visit_settings([[maybe_unused]] settings_slot<Extension>& from, [[maybe_unused]] bool implementation,
                    [[maybe_unused]] F& f) {
  if constexpr (HasSettings<Extension>) f(std::type_identity<Extension>{}, implementation, from.value);
}
}  // namespace detail

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
    [[maybe_unused]] int visited[] = {
        0,
        (detail::visit_settings<typename unmarked<Listed>::type>(*this, unmarked<Listed>::is_implementation, f), 0)...};
  }
};

}  // namespace tenon
