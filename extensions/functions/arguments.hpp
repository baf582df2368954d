// From a request to the arguments of a function.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "refusal.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/settings/named_texts.hpp"

namespace tenon_functions {

// What is wrong with them: the request as a whole, or argument by argument.
struct verdict {
  std::string whole{};
  std::vector<wrong_argument> wrong{};
  [[nodiscard]] bool good() const { return whole.empty() && wrong.empty(); }
};

// One JSON object of named arguments; an empty body is one without any. Unknown names are passed over.
[[nodiscard]] verdict read_body(std::string_view body, const tenon::reflect::slot& place, void* arguments);

// `subject=Dave&count=3`: texts stand as they are, lists and objects as JSON. Unknown names are passed over, and so is
// whatever begins with `xeto-`.
[[nodiscard]] verdict read_query(std::string_view query, const tenon::reflect::slot& place, void* arguments);

// The pairs of a query, decoded.
[[nodiscard]] std::vector<tenon::settings::named_text> pairs_of(std::string_view query);

}  // namespace tenon_functions
