// The renderers that the extensions of a composition bring. Who shows forms asks for them; nobody else pays.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/composition/composed.hpp"
#include "tenon/composition/context.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/form/composed_files.hpp"
#include "tenon/form/render/bound_renderers.hpp"
#include "tenon/form/render/renderer_fault.hpp"
#include "tenon/form/render/renderer_row.hpp"

namespace tenon::form {

namespace detail {

// A private list is found by its name alone: deriving from the type and from something else that has one makes the name
// ambiguous.
struct renderers_decoy {
  struct renderers {};
};
template <class X>
struct renderers_probe : X, renderers_decoy {};
template <class X>
inline constexpr bool names_renderers =
    !requires { typename std::type_identity<struct renderers_probe<X>::renderers>; };

struct hidden_renderers {};
template <class X>
constexpr auto find_renderers() {
  if constexpr (!names_renderers<X>)
    return std::type_identity<tenon::renderers<>>();
  else if constexpr (requires { typename X::renderers; })
    return std::type_identity<typename X::renderers>();
  else
    return std::type_identity<hidden_renderers>();
}

struct renderer_entry {
  renderer_fault fault = renderer_fault::not_a_renderer;
  std::string_view type{}, extension{};
  renderer_row row{};
};
template <class R>
constexpr renderer_entry entry_of_renderer(std::string_view extension) {
  renderer_entry out{.type = reflect::type_name<R>(), .extension = extension};
  if constexpr (Renderer<R>) {
    out.row = row_of_renderer<R>(extension);
    const bool draws_something = !out.row.format.empty() || out.row.test != nullptr;
    out.fault = draws_something && out.row.rank >= 0 ? renderer_fault::none : renderer_fault::malformed;
  }
  return out;
}

template <class X, class List>
struct renderers_of {
  static constexpr std::size_t size = 1;
  static constexpr std::array<renderer_entry, 1> entries{
      renderer_entry{.type = std::is_same_v<List, hidden_renderers> ? "" : "?", .extension = X::manifest.name}};
};
template <class X, class... Renderers>
struct renderers_of<X, tenon::renderers<Renderers...>> {
  static constexpr std::size_t size = sizeof...(Renderers);
  static constexpr std::array<renderer_entry, size> entries{entry_of_renderer<Renderers>(X::manifest.name)...};
};
template <class X>
using renderers_found = renderers_of<X, typename decltype(find_renderers<X>())::type>;

}  // namespace detail

// `Parts` have a size and entries, one for each extension, in start order.
template <class... Parts>
struct composed_renderers {
  static constexpr std::size_t size = [] {
    std::size_t sum = 0;
    for (std::size_t one : {std::size_t{0}, Parts::size...}) sum += one;
    return sum;
  }();
  static constexpr std::array<detail::renderer_entry, size> entries = [] {
    std::array<detail::renderer_entry, size> out{};
    std::size_t i = 0;
    for (std::span<const detail::renderer_entry> part :
         {std::span<const detail::renderer_entry>(), std::span<const detail::renderer_entry>(Parts::entries)...})
      for (const detail::renderer_entry& one : part) out[i++] = one;
    return out;
  }();
  // The place of the first with a fault; `size`: there is none.
  static constexpr std::size_t wrong = [] {
    for (std::size_t i = 0; i < size; ++i)
      if (entries[i].fault != renderer_fault::none) return i;
    return size;
  }();
  // Of those with a constant format, which one takes it from the one at `i`, by rank; `i` where nobody does.
  static constexpr std::size_t winner_over(std::size_t i) {
    const auto is_constant = [](const renderer_row& one) { return one.test == nullptr; };
    for (std::size_t other = 0; other < size; ++other) {
      const bool same = entries[other].row.format == entries[i].row.format;
      if (other == i || !same || !is_constant(entries[i].row) || !is_constant(entries[other].row)) continue;
      if (entries[other].row.rank >= entries[i].row.rank) return other;
    }
    return i;
  }
  // The place of the first that another of its rank takes the format from; `size`: there is none.
  static constexpr std::size_t tied = [] {
    for (std::size_t i = 0; i < size; ++i)
      if (const std::size_t by = winner_over(i); by != i && entries[by].row.rank == entries[i].row.rank) return i;
    return size;
  }();
  static constexpr renderer_fault fault = wrong < size  ? entries[wrong].fault
                                          : tied < size ? renderer_fault::duplicate
                                                        : renderer_fault::none;
  static constexpr std::size_t winners = [] {
    std::size_t count = 0;
    for (std::size_t i = 0; fault == renderer_fault::none && i < size; ++i) count += winner_over(i) == i;
    return count;
  }();
  // Without those that can never draw, because another one always has the higher rank.
  static constexpr std::array<renderer_row, winners> rows = [] {
    std::array<renderer_row, winners> out{};
    std::size_t n = 0;
    for (std::size_t i = 0; winners != 0 && i < size; ++i)
      if (winner_over(i) == i) out[n++] = entries[i].row;
    return out;
  }();

  static constexpr diagnostic::sentence why() {
    using diagnostic::sentence;
    if (fault == renderer_fault::duplicate) {
      const detail::renderer_entry& by = entries[winner_over(tied)];
      return sentence{entries[tied].extension,
                      " and ",
                      by.extension,
                      " both draw ",
                      by.row.format,
                      " with the same rank, by ",
                      entries[tied].type,
                      " and ",
                      by.type,
                      ". Give one of them another rank."};
    }
    const detail::renderer_entry& one = entries[wrong];
    if (fault == renderer_fault::malformed)
      return sentence{one.type, " of ", one.extension, " could never draw anything. Give it a format, or a test, and ",
                      "a rank of 0 or more."};
    if (one.type.empty() || one.type == "?")
      return sentence{one.extension, " has a member type renderers that is ",
                      one.type.empty() ? "private" : "no tenon::renderers<...>",
                      ". Write using renderers = tenon::renderers<stars>; in public, or give it another name."};
    return sentence{one.extension,
                    " has ",
                    one.type,
                    " in its list of renderers, which is none. Give it ",
                    "static constexpr auto renderer = tenon::renderer{.format = `stars`}; and ",
                    "static void render(const tenon::form::element&, tenon::form::canvas&);"};
  }
};

namespace detail {

template <class App, class Ranks>
struct renderers_in_order;
template <class App, std::size_t... Rank>
struct renderers_in_order<App, std::index_sequence<Rank...>> {
  using type = composed_renderers<renderers_found<extension_at<typename App::composed_type, Rank>>...>;
};
template <class Context>
struct app_of;
template <class X, class App>
struct app_of<context<X, App>> {
  using app = App;
  using type = typename renderers_in_order<App, std::make_index_sequence<App::composed_type::started>>::type;
};

}  // namespace detail

// What the extensions of a composition draw, in start order: `tenon::form::renderers_in(ctx)`. A mistake in one of
// their lists is an error of the compiler, and so is a format that the program's own bundle wants drawn by nobody.
template <class Context>
[[nodiscard]] std::span<const renderer_row> renderers_in(const Context&) noexcept {
  using all = typename detail::app_of<Context>::type;
  [[maybe_unused]] const renderer_check<all> checked{};
  [[maybe_unused]] const bound_check<all, typename detail::app_of<Context>::app> bound{};
  return all::rows;
}

// The bundle that is part of the program; empty where there is none.
template <class Context>
[[nodiscard]] std::span<const composed_file> composed_files_in(const Context&) noexcept {
  return composed_files<typename detail::app_of<Context>::app>;
}

}  // namespace tenon::form
