// What the rules of a form make of what was typed.
#pragma once

#include <string_view>

#include "tenon/form/function/filling.hpp"

namespace tenon_forms {

// Reads the answers, and again for as long as what was read changes what the rules show: what they hide says nothing.
void read_by_rules(const tenon::form::form_plan& plan, tenon::form::filling& to);

// A question, or all those inside of a group.
[[nodiscard]] bool is_hidden(const tenon::form::form_plan& plan, const tenon::form::filling& in,
                             std::string_view pointer);

}  // namespace tenon_forms
