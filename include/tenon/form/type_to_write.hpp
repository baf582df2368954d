// What a sentence calls the type that is to be written for an entry of an ext.json.
#pragma once

#include <string_view>

#include "tenon/diagnostic/sentence.hpp"

namespace tenon::form {

// What cannot be in a name of C++ becomes `_`.
constexpr void add_type_to_write(diagnostic::sentence& to, std::string_view entry, std::string_view ending = "") {
  for (char c : entry) {
    const bool may_be_in_a_name =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    to.add(std::string_view(may_be_in_a_name ? &c : "_", 1));
  }
  to.add(ending);
}

}  // namespace tenon::form
