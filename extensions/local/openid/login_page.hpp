// The pages of the local OpenID provider: plain HTML that works without a script.
#pragma once

#include <string>
#include <string_view>

#include "authorize_request.hpp"
#include "person.hpp"

namespace tenon_local {

// Asks for first name, last name and email address, and posts them together with the request. `filled_in` is shown in
// the fields; `problem` says what was wrong with it the last time.
[[nodiscard]] std::string login_page(const authorize_request& asked, const person& filled_in, std::string_view problem);

// For a request that nothing can be made of.
[[nodiscard]] std::string refusal_page(std::string_view problem);

}  // namespace tenon_local
