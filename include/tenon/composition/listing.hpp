// The list of a composition, taken apart: the extensions, and what is said of all of them.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

#include "tenon/composition/alias.hpp"
#include "tenon/composition/implementation.hpp"
#include "tenon/composition/redirect.hpp"
#include "tenon/meta/type_at.hpp"

namespace tenon {

// What stands in a list and is no extension: it says something of the whole.
template <class T>
inline constexpr bool is_tag = is_redirect<T> || is_alias<T>;

// The first extension of a list bears the tags of the whole: so they are part of the list's name, and whoever goes
// through it finds extensions alone.
template <class Listed, class... Tags>
struct bearing {};
template <class Listed, class... Tags>
struct unmarked<bearing<Listed, Tags...>> : unmarked<Listed> {};

namespace detail {

template <class... Tags>
struct tag_list {};
template <class First, class...>
struct tags_of {
  using type = tag_list<>;
};
template <class Listed, class... Tags, class... Others>
struct tags_of<bearing<Listed, Tags...>, Others...> {
  using type = tag_list<Tags...>;
};

template <class Tag>
inline constexpr redirect_row row_of_redirect{};
template <fixed_string From, fixed_string To>
inline constexpr redirect_row row_of_redirect<redirect<From, To>>{redirect<From, To>::from, redirect<From, To>::to};

template <class List>
struct redirects_among;
template <class... Tags>
struct redirects_among<tag_list<Tags...>> {
  static constexpr std::size_t count = (std::size_t{0} + ... + std::size_t{is_redirect<Tags>});
  static constexpr std::array<redirect_row, count> rows = [] {
    std::array<redirect_row, count> out{};
    std::size_t n = 0;
    for (const redirect_row& one : {redirect_row(), row_of_redirect<Tags>...})
      if (!one.from.empty()) out[n++] = one;
    return out;
  }();
};
template <class... Listed>
using redirects_of = redirects_among<typename tags_of<Listed...>::type>;

// Whether there is something to take apart. Tags alone are no extensions, which is said of them as of any type.
template <class... Listed>
inline constexpr bool is_mixed = [] {
  std::size_t tags = 0;
  for (bool one : {false, is_tag<Listed>...}) tags += one;
  return tags > 0 && tags < sizeof...(Listed);
}();

template <class... Listed>
struct mixed_list {
  using row = meta::type_row<Listed...>;
  static constexpr std::array<bool, sizeof...(Listed)> tags{is_tag<Listed>...};
  static constexpr std::size_t extensions = [] {
    std::size_t n = 0;
    for (bool one : tags) n += !one;
    return n;
  }();
  // The places of the extensions, and behind them those of the tags.
  static constexpr std::array<std::size_t, sizeof...(Listed)> order = [] {
    std::array<std::size_t, sizeof...(Listed)> out{};
    std::size_t extension = 0, other = extensions;
    for (std::size_t i = 0; i < tags.size(); ++i) out[tags[i] ? other++ : extension++] = i;
    return out;
  }();
};
template <class Mixed, std::size_t I>
using sorted_at = meta::type_at<Mixed::order[I], typename Mixed::row>;

// `Into<App, bearing<first, tags...>, others...>`
template <class Mixed, class Others = std::make_index_sequence<Mixed::extensions - 1>,
          class Tags = std::make_index_sequence<Mixed::order.size() - Mixed::extensions>>
struct taken_apart;
template <class Mixed, std::size_t... Other, std::size_t... Tag>
struct taken_apart<Mixed, std::index_sequence<Other...>, std::index_sequence<Tag...>> {
  template <class Into, class App>
  using list_for =
      typename Into::template parts<App, bearing<sorted_at<Mixed, 0>, sorted_at<Mixed, Mixed::extensions + Tag>...>,
                                    sorted_at<Mixed, 1 + Other>...>;
};

}  // namespace detail

}  // namespace tenon
