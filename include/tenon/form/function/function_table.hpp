// Whom a form calls by which name.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/function/form_function_row.hpp"
#include "tenon/form/function_keyword.hpp"
#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/form/render/canvas.hpp"

namespace tenon::form {

// An entry of an ext.json is bound to the function of its name. One that declares other parameters than the function
// has is an error, and nobody is called by that name then: whoever wrote it thinks of another function.
class function_table {
 public:
  function_table(std::span<const form_function_row> brought, const std::optional<extension_data>& says,
                 std::vector<load_error>& errors);

  // Null, and `why` has a sentence.
  [[nodiscard]] const form_function_row* find(std::string_view name, std::string& why) const;

 private:
  std::span<const form_function_row> brought_;
  std::map<std::string, std::string, std::less<>> refused_{};  // by name, why
};

// Whether the parameters that an entry declares, where it does, are those of the function. Empty, or a sentence without
// its end.
[[nodiscard]] std::string declaration_problem(const std::vector<function_parameter>& declared,
                                              const form_function_row& has);

// Whether the function has the parameters that a place of a form gives it, and is given all that it needs. Empty, or a
// sentence. What is in them is seen when it is called.
[[nodiscard]] std::string parameters_problem(const function_use& says, const form_function_row& of);

}  // namespace tenon::form
