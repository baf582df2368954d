// That what forms of the program's bundle call is called something in the program.
#pragma once

#include <algorithm>
#include <cstddef>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/unbound_function.hpp"
#include "tenon/form/composed_files.hpp"
#include "tenon/form/function/form_function_fault.hpp"
#include "tenon/form/type_to_write.hpp"

namespace tenon::form {

// `All` are the composed functions of forms of `App`. Where one of these is wrong, that is said instead.
template <class All, class App>
struct bound_functions {
  static constexpr auto& wanted = wanted_functions<App>;
  // The place in `wanted` of the first that nobody has; their number where there is none.
  static constexpr std::size_t unbound = [] {
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if (std::ranges::none_of(All::rows, [&](const auto& row) { return row.name == wanted[i].name; })) return i;
    return wanted.size();
  }();
  static constexpr bool are_all = All::fault != form_function_fault::none || unbound == wanted.size();

  static constexpr diagnostic::sentence text = [] {
    diagnostic::sentence out{wanted[unbound].file, " brings a function ", wanted[unbound].name,
                             ", and no extension of this program has it. Write struct "};
    add_type_to_write(out, wanted[unbound].name);
    out.add(" { static constexpr auto form_function = tenon::form_function{.name = `");
    out.add(wanted[unbound].name);
    out.add("`}; bool call() const; }; and list it in an extension: using form_functions = tenon::form_functions<");
    add_type_to_write(out, wanted[unbound].name);
    out.add(">;");
    return out;
  }();
};

template <class All, class App>
using bound_functions_check =
    diagnostic::check<bound_functions<All, App>::are_all, diagnostic::unbound_function, bound_functions<All, App>>;

}  // namespace tenon::form
