// A handler asks its route for a parameter that the pattern does not have.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/word/fixed_string.hpp"
#include "tenon/word/method.hpp"
#include "tenon/word/nearest.hpp"
#include "tenon/word/route.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct unknown_parameter {};

}  // namespace tenon::diagnostic

namespace tenon::detail {

template <class Route, fixed_string Name>
struct parameter_not_there {
  static constexpr diagnostic::sentence text = [] {
    diagnostic::sentence out{"the route ", to_string(Route::method), " ", Route::pattern, " is asked for ",
                             Name.view(),  ", and it has "};
    std::array<std::string_view, Route::parameter_count> names{};
    for (std::size_t i = 0; i < names.size(); ++i) {
      names[i] = parameter_name(Route::pattern, i);
      out.add(i != 0 ? ", " : names.size() == 1 ? "the parameter " : "the parameters ");
      out.add(names[i]);
    }
    if (names.empty()) out.add("no parameters");
    if (const std::string_view near = nearest(Name.view(), names); !near.empty()) {
      out.add("; the nearest is ");
      out.add(near);
    }
    out.add(". Correct the name, or write {");
    out.add(Name.view());
    out.add("} into the pattern.");
    return out;
  }();
  using said = diagnostic::said<diagnostic::unknown_parameter, parameter_not_there>;
};

}  // namespace tenon::detail
