// Rules of a form that wait for each other.
#pragma once

#include "tenon/form/json_file.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

// Warnings, at each rule whose condition asks about what it hides itself, or what another one hides that waits for it.
void check_rule_circles(const json_file& ui, const form_plan& plan, report& to);

}  // namespace tenon::form
