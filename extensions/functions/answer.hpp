// One request for one function.
#pragma once

#include <string_view>

#include "tenon/call/caller.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon_functions {

// `name` as in the path: `helloWorld`, or `hello::helloWorld`. Checks the version, the name, the method, the rights of
// the caller, that the extension runs, and the arguments, in this order, so that nobody learns of what it may not call
// more than that it is there.
[[nodiscard]] tenon::response answer(const tenon::call::function_door& door, std::string_view name,
                                     const tenon::request& request, const tenon::passport& who, const tenon::log& log);

}  // namespace tenon_functions
