// From a request to the call that it asks for.
#pragma once

#include <optional>
#include <string>

#include "driver_call.hpp"
#include "tenon/word/request.hpp"

namespace tenon_drivers {

// A JSON object {interface, driver or service, method, args, test_mode}, or a form whose fields are such members;
// others are passed over. It points into the request where files come with it. None, and `problem` says why.
[[nodiscard]] std::optional<wanted_call> call_in(const tenon::request& request, std::string& problem);

}  // namespace tenon_drivers
