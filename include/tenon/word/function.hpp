// Functions: what an extension does for whoever knows the name.
#pragma once

#include <string_view>

#include "tenon/word/fixed_string.hpp"

namespace tenon {

// A function is an aggregate of its arguments, with a constant that says the rest:
//   struct hello_world {
//     static constexpr auto function = tenon::function{.name = "helloWorld", .doc = "Greets.", .no_side_effects =
//     true}; std::string subject = "World";
//   };
// An argument that may be left out has the value of its initialiser then; one that may not is a `tenon::required`.
struct function {
  std::string_view name;         // a letter a-z, then letters, digits and _; at most 62 characters
  std::string_view doc = "";     // one sentence for people
  bool admin = false;            // only administrators may call it from outside
  bool su = false;               // only a superuser may
  bool no_side_effects = false;  // changes nothing, so GET may call it
  bool never_blocks = false;     // answers at once: a server may call it on the thread that serves its connections
};

// What an extension does by name: `using functions = tenon::functions<hello_world>;`, and a member
// `std::string call(const hello_world& arguments, auto& ctx)`, with or without ctx, for each.
template <class... Functions>
struct functions {};

namespace detail {
// What a name is beside a name: it fits less well, so a call takes it only where nothing else fits.
template <fixed_string Name>
struct spelt_function {};
}  // namespace detail

template <fixed_string Name>
struct function_name : detail::spelt_function<Name> {
  static constexpr std::string_view value = Name.view();
};

inline namespace literals {

// Names a function of the composition: "helloWorld"_fn, or "hello::helloWorld"_fn where several have one of that name.
template <fixed_string Name>
consteval function_name<Name> operator""_fn() {
  return {};
}

}  // namespace literals
}  // namespace tenon
