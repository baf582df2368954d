// What is wrong with a form whatever a program draws and calls: so that it can be said where the form is written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenon::form {

// Where in a form's files something stands.
struct form_place {
  bool is_in_ui = false;  // else in schema.json
  std::string pointer{};
};

// `ui.json#/elements/0`.
[[nodiscard]] inline std::string to_string(const form_place& of) {
  return std::string(of.is_in_ui ? "ui.json#" : "schema.json#").append(of.pointer);
}

struct form_fault {
  std::string message{}, advice{};
  form_place at{};
  bool is_warning = false;  // the form can be filled in and sent all the same
  bool is_of_size = false;  // the form is too large, or without end
};

// A form is told so many of them. Of what comes behind them one error alone stands there, be they warnings up to then.
inline constexpr std::size_t most_faults = 1000;

// With which their messages begin: whoever shows the form says the same as an error of its own.
inline constexpr std::string_view fault_prefix = "unusable form ";

// The message comes without what all of them begin with.
inline void add_fault(std::vector<form_fault>& to, form_fault one) {
  one.message.insert(0, fault_prefix);
  if (to.size() < most_faults || (!one.is_warning && to.size() == most_faults)) to.push_back(std::move(one));
}

}  // namespace tenon::form
