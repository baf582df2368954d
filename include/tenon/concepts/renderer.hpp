// Renderer: what draws a question of a form, or a group of them.
#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "tenon/word/renderer.hpp"

namespace tenon {

namespace form {
struct element;
class canvas;
}  // namespace form

// `static int test(const form::element& asked)`: a rank, or tenon::not_applicable. It is asked once for each question
// of each form, before anybody fills it.
template <class T>
concept TestsElements = requires(const form::element& asked) {
  { T::test(asked) } -> std::same_as<int>;
};

// With `static constexpr auto renderer = tenon::renderer{.format = "stars"};`. `render` may be called from several
// threads. What it throws costs that question alone its looks: it is asked by a plain field then.
template <class T>
concept Renderer = requires(const form::element& asked, form::canvas& to) {
  requires std::is_same_v<std::remove_cvref_t<decltype(T::renderer)>, tenon::renderer>;
  typename std::integral_constant<std::size_t, T::renderer.format.size()>;
  { T::render(asked, to) } -> std::same_as<void>;
};

}  // namespace tenon
