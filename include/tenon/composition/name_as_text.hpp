// What is said where an extension is named by a text, of which the compiler knows nothing: `ctx.import("data")`.
#pragma once

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

}  // namespace tenon
