// The extensions themselves, stored by type in start order: made in that order and destroyed in exact reverse.
#pragma once

#include <cstddef>
#include <utility>

#include "tenon/composition/composed.hpp"
#include "tenon/composition/settings_slot.hpp"
#include "tenon/concepts/has_settings.hpp"
#include "tenon/concepts/takes_boot.hpp"
#include "tenon/word/boot.hpp"

namespace tenon {

// `own` is null for an extension without settings.
template <class Extension>
struct slot {
  Extension value;

  // In its place: one that was made elsewhere and copied would not be where it took itself to be.
  slot(const environment&, const void*)
    requires(!TakesBoot<Extension>)
      : value() {}
  slot(const environment& environment, const void* own)
    requires TakesBoot<Extension>
      : value(boot<Extension>(environment, own)) {}
};

namespace detail {
template <class Extension, class Settings>
const void* own_settings([[maybe_unused]] const Settings& all) {
  if constexpr (HasSettings<Extension> && TakesBoot<Extension>)
    return &static_cast<const settings_slot<Extension>&>(all).value;
  else
    return nullptr;
}
template <class Composed, class Ranks>
struct slots;
template <class Composed, std::size_t... Rank>
struct slots<Composed, std::index_sequence<Rank...>> : slot<extension_at<Composed, Rank>>... {
  template <class Settings>
  slots([[maybe_unused]] const environment& environment, [[maybe_unused]] const Settings& settings)
      : slot<extension_at<Composed, Rank>>(environment, own_settings<extension_at<Composed, Rank>>(settings))... {}
};
}  // namespace detail

template <class Composed>
using slots = detail::slots<Composed, std::make_index_sequence<Composed::started>>;

}  // namespace tenon
