// What becomes of something that is sent to a form of that schema.
#pragma once

#include <string>
#include <string_view>

#include "../submission.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/schema/schema_check.hpp"

namespace stage {

inline tenon_forms::submission read(std::string_view schema, std::string_view encoded) {
  tenon::form::form_init_data of{.form = "visit"};
  of.schema.text = schema;
  const tenon::form::form_plan plan(of, {});
  return tenon_forms::read_submission(plan, tenon::form::schema_check(plan.schema()), encoded);
}
// Of the one property `q`: its JSON, or what is wrong with it.
inline std::string answer(const std::string& schema, std::string_view encoded) {
  const tenon_forms::submission said = read(R"({"properties": {"q": )" + schema + "}}", encoded);
  if (said.is_good()) return said.data;
  return said.problems.empty() ? said.answers.at(0).problems.at(0) : said.problems[0];
}

}  // namespace stage
