// What a schema says that answers begin with.
#pragma once

#include <string_view>

#include "tenon/form/function/filling.hpp"

namespace tenon_forms {

// Puts the `default` of each question whose name begins with `within` to its answer, as if somebody had typed it. What
// could not be an answer is none. Questions that are answered with a file, are computed or are lists begin empty.
void begin_with_defaults(const tenon::form::form_plan& plan, tenon::form::filling& to, std::string_view within = {});

// Puts it to each question that is read only, whatever was sent for that.
void put_in_what_is_read_only(const tenon::form::form_plan& plan, tenon::form::filling& to);

}  // namespace tenon_forms
