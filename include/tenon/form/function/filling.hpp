// What the functions of a form say to what was filled in.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/function/form_values.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/render/canvas.hpp"
#include "tenon/form/render/element.hpp"

namespace tenon::form {

struct filling {
  std::vector<answer> answers{};        // by number
  std::vector<std::string> problems{};  // of no question
  form_values values{};
  std::vector<load_error> errors{};  // of functions that failed this time
  std::string looks{};               // of rules

  [[nodiscard]] bool is_good() const;
};

// Whether what `looks` show to somebody who has seen `before` is more than that.
[[nodiscard]] bool opens_more(std::string_view before, std::string_view looks);

// Computes values, and finds the choices that there are, in the order of the form: a function sees what was said, and
// what was computed before it. `read` is called with each question whose choices are known now.
void add_what_functions_say(const form_plan& plan, filling& to, const std::function<void(std::size_t)>& read);

// Puts what validating functions find wrong to the problems. What one of them cannot check is a problem too.
void check_by_functions(const form_plan& plan, filling& of);

}  // namespace tenon::form
