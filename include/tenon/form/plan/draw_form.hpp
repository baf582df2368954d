// A form as HTML.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/render/canvas.hpp"

namespace tenon::form {

struct drawn_form {
  std::string html{};                // what stands inside of <form>, and before it what is wrong
  std::vector<load_error> errors{};  // of renderers that failed this time
};

// How its rules look.
struct drawn_looks {
  std::string_view looks{};   // empty: as where nobody has said anything
  bool ask_for_more = false;  // what was sent has opened something that nobody has seen yet
};

// One pass; the time grows with the form and what was said, and not faster. `answers` by number, with what is wrong
// with each; `problems` are those of no question. `action` is where the form is sent to. Any thread.
[[nodiscard]] drawn_form draw_form(const form_plan& plan, std::span<const answer> answers,
                                   std::span<const std::string> problems, std::string_view action,
                                   const drawn_looks& how = {});

}  // namespace tenon::form
