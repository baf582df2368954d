// The list of a composition, taken apart: the extensions, and what is said of all of them.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

#include "tenon/composition/implementation.hpp"
#include "tenon/composition/redirect.hpp"
#include "tenon/meta/type_at.hpp"

namespace tenon {

// The first extension of a list bears the redirects of the whole: so they are part of the list's name, and whoever goes
// through it finds extensions alone.
template <class Listed, class... Redirects>
struct bearing {};
template <class Listed, class... Redirects>
struct unmarked<bearing<Listed, Redirects...>> : unmarked<Listed> {};

namespace detail {

template <class First, class...>
struct redirects_of {
  static constexpr std::array<redirect_row, 0> rows{};
};
template <class Listed, class... Redirects, class... Others>
struct redirects_of<bearing<Listed, Redirects...>, Others...> {
  static constexpr std::array<redirect_row, sizeof...(Redirects)> rows{redirect_row{Redirects::from, Redirects::to}...};
};

// Whether there is something to take apart. Redirects alone are no extensions, which is said of them as of any type.
template <class... Listed>
inline constexpr bool is_mixed = [] {
  std::size_t redirects = 0;
  for (bool one : {false, is_redirect<Listed>...}) redirects += one;
  return redirects > 0 && redirects < sizeof...(Listed);
}();

template <class... Listed>
struct mixed_list {
  using row = meta::type_row<Listed...>;
  static constexpr std::array<bool, sizeof...(Listed)> redirects{is_redirect<Listed>...};
  static constexpr std::size_t extensions = [] {
    std::size_t n = 0;
    for (bool one : redirects) n += !one;
    return n;
  }();
  // The places of the extensions, and behind them those of the redirects.
  static constexpr std::array<std::size_t, sizeof...(Listed)> order = [] {
    std::array<std::size_t, sizeof...(Listed)> out{};
    std::size_t extension = 0, other = extensions;
    for (std::size_t i = 0; i < redirects.size(); ++i) out[redirects[i] ? other++ : extension++] = i;
    return out;
  }();
};
template <class Mixed, std::size_t I>
using sorted_at = meta::type_at<Mixed::order[I], typename Mixed::row>;

// `Into<App, bearing<first, redirects...>, others...>`
template <class Mixed, class Others = std::make_index_sequence<Mixed::extensions - 1>,
          class Redirects = std::make_index_sequence<Mixed::order.size() - Mixed::extensions>>
struct taken_apart;
template <class Mixed, std::size_t... Other, std::size_t... Redirect>
struct taken_apart<Mixed, std::index_sequence<Other...>, std::index_sequence<Redirect...>> {
  template <class Into, class App>
  using list_for =
      typename Into::template parts<App,
                                    bearing<sorted_at<Mixed, 0>, sorted_at<Mixed, Mixed::extensions + Redirect>...>,
                                    sorted_at<Mixed, 1 + Other>...>;
};

}  // namespace detail

}  // namespace tenon
