// What somebody has typed into a form, read as the schema wants it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/render/element.hpp"

namespace tenon::form {
class form_plan;
class schema_check;
}  // namespace tenon::form

namespace tenon_forms {

// No longer body is read.
inline constexpr std::size_t longest_submission = std::size_t{256} << 10U;

struct submission {
  std::vector<tenon::form::answer> answers{};  // by number: as typed, with what is wrong with each
  std::vector<std::string> problems{};         // of no question
  std::string data{};                          // as JSON, without what could not be read

  [[nodiscard]] bool is_good() const;
};

// `encoded` is application/x-www-form-urlencoded. A field that is empty, or not there, says nothing; a box that is not
// ticked says no. Names that the form does not have, and bytes that are no text, are problems.
[[nodiscard]] submission read_submission(const tenon::form::form_plan& plan, const tenon::form::schema_check& check,
                                         std::string_view encoded);

}  // namespace tenon_forms
