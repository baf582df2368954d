// What is wrong with what was typed, said where whoever filled the form looks for it.
#pragma once

#include <string>
#include <string_view>

#include "tenon/form/function/filling.hpp"

namespace tenon::form {
class schema_check;
}  // namespace tenon::form

namespace tenon_forms {

// Something that is about no question; of so many nobody would read all.
void complain(tenon::form::filling& to, std::string about, std::string_view message);
// The same of a field that the form does not have. One that only lacks its slash is told how it is called.
void complain_of_unasked(const tenon::form::form_plan& plan, std::string_view name, tenon::form::filling& to);

// Puts what the schema finds wrong with the data to the problems. What rules hide is not missed, and of what could not
// be read that has been said.
void add_findings(const tenon::form::form_plan& plan, const tenon::form::schema_check& check, std::string_view data,
                  tenon::form::filling& to);

}  // namespace tenon_forms
