// A renderer as data: what the compiler knows of one.
#pragma once

#include <span>
#include <string_view>

#include "tenon/concepts/renderer.hpp"
#include "tenon/reflect/type_name.hpp"

namespace tenon::form {

struct renderer_row {
  std::string_view name{};       // its type
  std::string_view extension{};  // whose it is; empty: built in
  std::string_view format{}, doc{};
  int rank = not_applicable;
  int (*test)(const element& asked) = nullptr;  // none: the format alone decides
  void (*render)(const element& asked, canvas& to) = nullptr;

  [[nodiscard]] constexpr bool is_built_in() const noexcept { return extension.empty(); }
};

template <Renderer R>
constexpr renderer_row row_of_renderer(std::string_view extension) {
  renderer_row row{.name = reflect::type_name<R>(),
                   .extension = extension,
                   .format = R::renderer.format,
                   .doc = R::renderer.doc,
                   .rank = R::renderer.rank,
                   .render = &R::render};
  if constexpr (TestsElements<R>) row.test = &R::test;
  return row;
}

// Those of the framework: text, number, date, select, group and so on.
[[nodiscard]] std::span<const renderer_row> built_in_rows() noexcept;

}  // namespace tenon::form
