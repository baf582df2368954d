// The extensions themselves, stored by type in start order: made in that order and destroyed in exact reverse.
#pragma once

#include <cstddef>
#include <utility>

#include "tenon/composition/composed.hpp"
#include "tenon/concepts/takes_boot.hpp"
#include "tenon/word/boot.hpp"

namespace tenon {

namespace detail {
// What an extension may be made from. `own` is null for one without settings.
struct seat {
  const environment& surroundings;
  const void* own;
};
template <class Extension>
struct no_boot {
  constexpr no_boot(seat) noexcept {}
};
}  // namespace detail

// In its place: one that was made elsewhere and copied would not be where it took itself to be. An aggregate, because
// each constructor is one more function for each extension.
template <class Extension>
struct slot : detail::no_boot<Extension> {
  Extension value{};
};
template <TakesBoot Extension>
struct slot<Extension> {
  Extension value;
  explicit slot(detail::seat from) : slot(boot<Extension>(from.surroundings, from.own)) {}

 private:
  // As one that has a name, by which a constructor that takes `auto&` can be called too.
  explicit slot(const boot<Extension>& from) : value(from) {}
};

namespace detail {
template <class Composed, class Ranks>
struct slots;
template <class Composed, std::size_t... Rank>
struct slots<Composed, std::index_sequence<Rank...>> : slot<extension_at<Composed, Rank>>... {
  // `own` has the settings of each, by rank.
  slots([[maybe_unused]] const environment& surroundings, [[maybe_unused]] const void* const* own)
      : slot<extension_at<Composed, Rank>>{seat{surroundings, own[Rank]}}... {}
};
}  // namespace detail

template <class Composed>
using slots = detail::slots<Composed, std::make_index_sequence<Composed::started>>;

}  // namespace tenon
