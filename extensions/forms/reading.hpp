// What was typed into one field, as JSON.
#pragma once

#include <string>
#include <string_view>

#include "tenon/form/render/element.hpp"

namespace tenon_forms {

// A value as JSON; empty where nothing was said; or what is wrong.
struct reading {
  std::string json{};
  std::string_view wrong{};
};

// As the type of the question wants it.
[[nodiscard]] reading read_answer(const tenon::form::element& asked, const tenon::form::answer& given);

// A time as a schema knows it, of what a browser says; anything else as it is.
[[nodiscard]] std::string with_zone(const tenon::form::element& asked, std::string_view typed);

}  // namespace tenon_forms
