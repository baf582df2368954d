// The extensions themselves, stored by type in start order: made in that order and destroyed in exact reverse.
#pragma once

#include <cstddef>
#include <exception>
#include <string_view>
#include <utility>

#include "tenon/composition/composed.hpp"
#include "tenon/concepts/takes_boot.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/log.hpp"

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
struct slot_list;
template <class Composed, std::size_t... Rank>
struct slot_list<Composed, std::index_sequence<Rank...>> : slot<extension_at<Composed, Rank>>... {
  // `own` has the settings of each, by rank; `whose` becomes the name of the one that is being made.
  slot_list([[maybe_unused]] const environment& surroundings, [[maybe_unused]] const void* const* own,
            [[maybe_unused]] std::string_view& whose)
      : slot<extension_at<Composed, Rank>>{
            (whose = extension_at<Composed, Rank>::manifest.name, seat{surroundings, own[Rank]})}... {}
};
template <class Composed>
using slots_of = slot_list<Composed, std::make_index_sequence<Composed::started>>;
}  // namespace detail

// What a constructor throws leaves as it is; whose it was, the log says.
template <class Composed>
struct slots : detail::slots_of<Composed> {
  using all = detail::slots_of<Composed>;
#if defined(__cpp_exceptions)
  slots(const environment& surroundings, const void* const* own, std::string_view whose = {}) try
      : all(surroundings, own, whose) {
  } catch (...) {
    log(whose, surroundings.log_sink).error("could not be made: " + message_of(std::current_exception()));
  }
#else
  slots(const environment& surroundings, const void* const* own, std::string_view whose = {})
      : all(surroundings, own, whose) {}
#endif
};

}  // namespace tenon
