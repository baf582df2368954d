// The extensions themselves, stored by type in start order: made in that order and destroyed in exact reverse.
#pragma once

#include <cstddef>
#include <utility>

#include "tenon/concepts/has_settings.hpp"
#include "tenon/concepts/takes_boot.hpp"
#include "tenon/word/boot.hpp"

namespace tenon {

template <class Extension>
struct slot {
  Extension value;

  template <class Settings>
  slot(const environment& environment, const Settings& settings) : value(make(environment, settings)) {}

 private:
  // Elided: an extension need not be movable.
  template <class Settings>
  static Extension make([[maybe_unused]] const environment& environment, [[maybe_unused]] const Settings& settings) {
    if constexpr (TakesBoot<Extension>) {
      const void* own = nullptr;
      if constexpr (HasSettings<Extension>) own = &settings.template of<Extension>();
      return Extension(boot<Extension>(environment, own));
    } else {
      return Extension();
    }
  }
};

template <class Composed, class Ranks>
struct slots;
template <class Composed, std::size_t... Rank>
struct slots<Composed, std::index_sequence<Rank...>> : slot<typename Composed::template at<Rank>>... {
  template <class Settings>
  slots([[maybe_unused]] const environment& environment, [[maybe_unused]] const Settings& settings)
      : slot<typename Composed::template at<Rank>>(environment, settings)... {}
};

}  // namespace tenon
