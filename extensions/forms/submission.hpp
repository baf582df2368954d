// What somebody has typed into a form, read as the schema wants it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/function/filling.hpp"
#include "uploads.hpp"

namespace tenon::form {
class schema_check;
}  // namespace tenon::form

namespace tenon_forms {

// Nothing longer is read, without the files; nor a longer body with them.
inline constexpr std::size_t longest_submission = std::size_t{256} << 10U;
inline constexpr std::size_t longest_with_files = std::size_t{65} << 20U;

struct submission : tenon::form::filling {
  // Of the form as it was sent: where it has lists, with the entries that they have. `answers` are by its numbers.
  std::shared_ptr<const tenon::form::form_plan> entries{};  // null: it has none
  std::string data{};                                       // as JSON, without what could not be read
  bool is_unfinished = false;  // nothing is checked: somebody wants to see the choices that there are now, or has
                               // pressed a button of a list,
  bool opens_more = false;     // or rules open what the page did not show
  std::vector<upload> files{};
};

// `encoded` is application/x-www-form-urlencoded. A field that is empty, or not there, says nothing; a box that is not
// ticked says no. Names that the form does not have, and bytes that are no text, are problems. What functions compute,
// and what read-only questions begin with, goes over what was sent. What rules hide says nothing.
[[nodiscard]] submission read_submission(const tenon::form::form_plan& plan, const tenon::form::schema_check& check,
                                         std::string_view encoded);
// The same of multipart/form-data.
[[nodiscard]] submission read_submission(const tenon::form::form_plan& plan, const tenon::form::schema_check& check,
                                         sent_parts sent, const upload_limits& most);

// What defaults, functions and rules say where nobody has said anything yet.
[[nodiscard]] tenon::form::filling nothing_said(const tenon::form::form_plan& plan);

}  // namespace tenon_forms
