// The facts about one set of extensions. The only template that bears the whole list in its name: everything else is
// keyed by the app or by one extension, so that names stay short and compile time linear.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenon/composition/implementation.hpp"
#include "tenon/composition/judgement.hpp"
#include "tenon/composition/listing.hpp"
#include "tenon/concepts/exports.hpp"
#include "tenon/concepts/extension.hpp"
#include "tenon/meta/type_at.hpp"

namespace tenon {

// Are all of them extensions at all? No fold: clang nests 256 at most.
template <class... Listed>
inline constexpr bool all_are_extensions = [] {
  for (bool one : {true, Extension<typename unmarked<Listed>::type>...})
    if (!one) return false;
  return true;
}();

// Nothing at all, which is also what stands in for a list that is wrong.
struct nothing_composed {
  static constexpr std::size_t count = 0, started = 0;
  static constexpr judgement<0> result{};
  static constexpr bool ok = true;
  static constexpr std::size_t rank_of(std::string_view) { return 0; }
};

// Only for types that have a manifest. `Listed` may be marked with `implementation<>`.
template <class... Listed>
struct composed {
  static_assert(sizeof...(Listed) > 0);
  static constexpr std::size_t count = sizeof...(Listed);
  using map = meta::type_row<typename unmarked<Listed>::type...>;

  static constexpr std::array<manifest, count> manifests{unmarked<Listed>::type::manifest...};
  static constexpr std::array<bool, count> implements{unmarked<Listed>::is_implementation...};

  using redirected = detail::redirects_of<Listed...>;
  static constexpr std::size_t redirects = redirected::rows.size();
  static constexpr std::array<bool, redirects == 0 ? 0 : count> exports = [] {
    if constexpr (redirects == 0)
      return std::array<bool, 0>{};
    else
      return std::array<bool, count>{Exports<typename unmarked<Listed>::type>...};
  }();

  // The steps of `judge`, taken one by one.
  using judging = detail::judging<count, redirects>;
  static constexpr judging begun{manifests, implements, redirections<redirects>(redirected::rows), exports};
  static constexpr judging sorted =
      detail::taken<begun, &judging::manifests_are_well_formed, detail::turns<count>>.then(&judging::names_are_sorted);
  static constexpr judging named = sorted.then(&judging::names_are_unique).then(&judging::redirects_are_sound);
  static constexpr judgement<count> result = detail::taken<named, &judging::needs_are_met, detail::turns<count>>
                                                 .then(&judging::redirects_are_used)
                                                 .then(&judging::has_an_order)
                                                 .result;

  static constexpr bool ok = result.fault == composition_fault::none;
  // After an error: no second one from a half-made order.
  static constexpr std::size_t started = ok ? count : 0;

  // From a place in start order to the place in the list, and back.
  static constexpr const std::array<std::size_t, count>& listed_at = result.order;
  static constexpr std::array<std::size_t, count> rank_of_listed = [] {
    std::array<std::size_t, count> rank{};
    for (std::size_t i = 0; i < started; ++i) rank[result.order[i]] = i;
    return rank;
  }();

  // The place in start order of the extension of that name, or of the one behind the alias; `count` where there is
  // none.
  static constexpr std::size_t rank_of(std::string_view name) {
    for (std::size_t i = 0; i < started; ++i) {
      const std::size_t listed = result.order[i];
      if (name == alias_name ? implements[listed] : manifests[listed].name == name) return i;
    }
    return count;
  }
};

namespace detail {
template <class Composed, std::size_t Rank>
struct at_rank {
  using type = meta::type_at<Composed::listed_at[Rank], typename Composed::map>;
};
template <std::size_t Rank>
struct at_rank<nothing_composed, Rank> {
  using type = nothing_composed;
};
}  // namespace detail

// From a place in start order to the type, and from a type to its place. Not as members of `composed`, whose long name
// they would bear, each of them.
template <class Composed, std::size_t Rank>
using extension_at = typename detail::at_rank<Composed, Rank>::type;
template <class Composed, class Extension>
inline constexpr std::size_t rank_in = Composed::rank_of_listed[meta::index_of<Extension, typename Composed::map>];
template <class Extension>
inline constexpr std::size_t rank_in<nothing_composed, Extension> = 0;

// The place in start order of the extension that a need leads to, redirects followed; the composition's count where
// there is none.
template <class Composed, class Extension, std::size_t Need>
inline constexpr std::size_t rank_of_need = [] {
  const std::size_t whom = Composed::result.wants[meta::index_of<Extension, typename Composed::map>][Need];
  return whom == Composed::result.npos ? Composed::count : Composed::rank_of_listed[whom];
}();
template <class Extension, std::size_t Need>
inline constexpr std::size_t rank_of_need<nothing_composed, Extension, Need> = 0;

}  // namespace tenon
