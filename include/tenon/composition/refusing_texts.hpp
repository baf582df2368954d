// What is said where an extension is named by a text, of which the compiler knows nothing: `ctx.import("data")`.
#pragma once

#include <cstddef>

#include "tenon/diagnostic/name_as_text.hpp"
#include "tenon/diagnostic/sentence.hpp"

namespace tenon {

namespace detail {

template <class Extension>
struct name_is_a_text {
  static constexpr diagnostic::sentence text{
      Extension::manifest.name,
      " names an extension by a text, of which the compiler knows nothing. Write `data`_ext instead, below using "
      "namespace tenon::literals;"};
};

template <class Extension>
using refused_text = diagnostic::said<diagnostic::name_as_text, name_is_a_text<Extension>>;

}  // namespace detail

// To inherit from, beside those that take a name. No alias for what is refused: it would be made with the class, for
// everybody, and the sentence with it.
template <class Extension>
class refusing_texts {
 public:
  template <std::size_t Size, class... More>
  auto& import(const char (&)[Size], const More&...) const {
    return detail::refused_text<Extension>::error;
  }
  template <std::size_t Size>
  auto& find(const char (&)[Size]) const {
    return detail::refused_text<Extension>::error;
  }
  template <std::size_t Size, class F>
  auto& ask(const char (&)[Size], const F&) const {
    return detail::refused_text<Extension>::error;
  }
  template <std::size_t Size, class E>
  auto& emit_to(const char (&)[Size], const E&) const {
    return detail::refused_text<Extension>::error;
  }
};

}  // namespace tenon
