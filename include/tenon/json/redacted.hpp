// A JSON text without the secrets in it.
#pragma once

#include <string>
#include <string_view>

#include "tenon/reflect/type.hpp"

namespace tenon::json {

// As one line, with "***" for whatever stands at the place of a secret, also where it does not fit there. `place`
// describes what the text is for; what it knows nothing of may have been a secret once, so that is hidden too.
[[nodiscard]] std::string redacted(std::string_view text, const reflect::slot& place);

}  // namespace tenon::json
