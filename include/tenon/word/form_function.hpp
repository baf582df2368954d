// Functions of forms: what the schema of a form calls by name.
#pragma once

#include <string>
#include <string_view>

namespace tenon {

// A function of forms is an aggregate of its parameters, with a constant that says the rest, and a member that does it:
//   struct in_range {
//     static constexpr auto form_function = tenon::form_function{.name = "inRange", .doc = "Between two others."};
//     tenon::required<double> value;
//     double most = 100;
//     bool call() const { return value <= most; }
//   };
// A parameter that may be left out has the value of its initialiser then; one that may not is a `tenon::required`.
struct form_function {
  std::string_view name;  // a letter a-z, then letters, digits and _; at most 62 characters
  std::string_view doc = "";
};

// One of the choices that a function offers, where they have titles: {"const", "title"}.
struct form_choice {
  std::string const_{};
  std::string title{};
};

// What an extension does for forms: `using form_functions = tenon::form_functions<in_range, villages_of>;`.
template <class... Functions>
struct form_functions {};

}  // namespace tenon
