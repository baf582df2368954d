// Who hears an event. The only template of events that asks every extension.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include "tenon/composition/context.hpp"
#include "tenon/composition/implementation.hpp"
#include "tenon/event/hearing.hpp"
#include "tenon/event/stated_events.hpp"

namespace tenon::event {

// One that hears an event.
struct listener {
  std::size_t rank = 0;  // its extension's place in start order
  hearing how = hearing::none;
};

template <class App, class... Listed>
class listeners_of {
  using order = composed<Listed...>;
  template <class L>
  using type = typename unmarked<L>::type;
  template <std::size_t I>
  using extension = meta::type_at<I, typename order::map>;

  // One flag an extension, then a closer look at the few that are set.
  template <class E>
  static constexpr std::array<bool, sizeof...(Listed)> may_hear{
      MayHear<type<Listed>, E, context<type<Listed>, App>>...};
  template <class E>
  static constexpr std::size_t size = [] {
    std::size_t n = 0;
    for (bool one : may_hear<E>) n += one;
    return n;
  }();
  template <class E>
  static constexpr auto candidates = [] {
    std::array<std::size_t, size<E>> out{};
    std::size_t n = 0;
    for (std::size_t listed : order::result.order)
      if (may_hear<E>[listed]) out[n++] = listed;
    return out;
  }();

 public:
  // Those that a second look is worth, in start order, and how each takes it.
  template <class E>
  static constexpr auto looked_at = []<std::size_t... C>(std::index_sequence<C...>) {
    return std::array<listener, sizeof...(C)>{
        listener{order::rank_of_listed[candidates<E>[C]],
                 hearing_of<extension<candidates<E>[C]>, E, context<extension<candidates<E>[C]>, App>>()}...};
  }(std::make_index_sequence<size<E>>{});

  // Those that hear it, in start order.
  template <class E>
  static constexpr auto all = [] {
    constexpr std::size_t heard = [] {
      std::size_t n = 0;
      for (const listener& one : looked_at<E>) n += is_heard(one.how);
      return n;
    }();
    std::array<listener, heard> out{};
    std::size_t n = 0;
    for (const listener& one : looked_at<E>)
      if (is_heard(one.how)) out[n++] = one;
    return out;
  }();
};

}  // namespace tenon::event
