// One request for one function.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "tenon/call/caller.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon_functions {

// `name` as in the path, `helloWorld` or `hello::helloWorld`, and the places in the door's rows of what is called so
// (tenon::call::rows_named). Checks the version, the name, the method, the rights of the caller, that the extension
// runs, and the arguments, in this order, so that nobody learns of what it may not call more than that it is there.
[[nodiscard]] tenon::response answer(const tenon::call::function_door& door, std::string_view name,
                                     std::span<const std::size_t> rows, const tenon::request& request,
                                     const tenon::passport& who, const tenon::log& log);

// Whether answer() never blocks: all that the name may mean says so of itself.
[[nodiscard]] bool never_blocks(const tenon::call::function_door& door, std::span<const std::size_t> rows);

// What a failure is answered with, while it is handled; the log has what a client is not told. `what` failed.
[[nodiscard]] tenon::response failure_answer(const tenon::log& log, std::string_view what);

// For what has to be done before a function is known.
template <class F>
tenon::response answer_or_failure(const tenon::log& log, F f) {
  tenon::response out;
  tenon::attempt([&] { out = f(); }, [&] { out = failure_answer(log, "telling who is calling"); });
  return out;
}

}  // namespace tenon_functions
