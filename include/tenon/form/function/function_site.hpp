// One place of a form where a function is called.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/function/form_function_row.hpp"
#include "tenon/form/function/form_values.hpp"
#include "tenon/form/function_keyword.hpp"
#include "tenon/form/render/canvas.hpp"
#include "tenon/form/render/element.hpp"

namespace tenon::form {

struct function_site {
  std::string_view keyword{};               // of function_keyword.hpp
  std::size_t number = element::no_answer;  // of the question; none: of a group, or of the whole form
  std::string pointer{}, label{};           // of what it stands at
  std::optional<function_use> says{};
  std::string where{};                       // its keyword stands, in the schema
  const form_function_row* calls = nullptr;  // null: it cannot be called, and an error of the plan says why

  [[nodiscard]] bool validates() const noexcept { return keyword == validate_keyword; }
  [[nodiscard]] bool computes() const noexcept { return keyword == computed_keyword; }
  [[nodiscard]] bool offers_choices() const noexcept { return keyword == dynamic_enum_keyword; }
};

// Whether what the function gives can be what the keyword wants, as far as its type tells. Empty, or a sentence.
[[nodiscard]] std::string result_problem(std::string_view keyword, const form_function_row& of);

struct function_outcome {
  enum class state : std::uint8_t {
    gave,
    waits,   // for an answer to `waits_for`, a JSON pointer
    failed,  // `error` says why
  };
  state is = state::gave;
  std::string json{};
  std::string waits_for{};
  load_error error{};
};

// A parameter with a place where nothing was said is left out. Throws nothing that a function throws.
[[nodiscard]] function_outcome called(const function_site& of, const form_values& with);

// Of a list of values, or of {"const", "title"}, each once. None, and `error` says why.
[[nodiscard]] std::optional<std::vector<choice>> choices_in(const function_site& of, std::string_view json,
                                                            load_error& error);

}  // namespace tenon::form
