// Listeners with as little in them as there can be, so that whatever a framework adds would show.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "tenon/app.hpp"

namespace codegen {

struct event {
  static constexpr std::string_view name = "event";
  std::uint64_t a = 0, b = 0;
};

// l00 to l63, so that the order of names, and so of starting, is that of numbers.
template <std::size_t I>
inline constexpr std::array<char, 3> letters{'l', static_cast<char>('0' + I / 10), static_cast<char>('0' + I % 10)};

template <std::size_t I>
struct inlined {
  static constexpr auto manifest = tenon::manifest{.name = {letters<I>.data(), 3}, .version = "1.0.0"};
  std::uint64_t state = I;
  void on(const event& one) noexcept { state = (state ^ one.a) * 0x9e3779b97f4a7c15 + one.b; }
};

// The body stands elsewhere: what is left is the call.
template <std::size_t I>
struct called {
  static constexpr auto manifest = tenon::manifest{.name = {letters<I>.data(), 3}, .version = "1.0.0"};
  std::uint64_t state = I;
  void on(const event& one) noexcept;
};

struct emitter {
  static constexpr auto manifest = tenon::manifest{.name = "emitter", .version = "1.0.0"};
  using emits = tenon::events<event>;
};

template <template <std::size_t> class Listener, class Numbers>
struct app_of;
template <template <std::size_t> class Listener, std::size_t... I>
struct app_of<Listener, std::index_sequence<I...>>
    : tenon::basic_app<app_of<Listener, std::index_sequence<I...>>, emitter, Listener<I>...> {};
template <template <std::size_t> class Listener, std::size_t Count>
using app = app_of<Listener, std::make_index_sequence<Count>>;
template <template <std::size_t> class Listener, std::size_t Count>
using context = tenon::context<emitter, app<Listener, Count>>;

}  // namespace codegen
