// That a form asks for what its schema demands: what nobody is asked for nobody can send.
#pragma once

#include <cstddef>

#include "tenon/form/json_file.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

// `plan` is that of the form whose schema that is. Gives how many elements it looked at.
std::size_t check_all_is_asked(const json_file& schema, const form_plan& plan, report& to);

}  // namespace tenon::form
