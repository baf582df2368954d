// What is said where nothing is called, or where what was called failed.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/word/error.hpp"
#include "tenon/word/response.hpp"

namespace tenon_drivers {

// An error as clients of the original know it: {...fields, "code", "$", "message", "status"}.
struct api_error {
  std::string_view code;
  int status = 400;
  std::string message;
  std::vector<std::pair<std::string_view, std::string>> fields{};
};

// Whom a call is for, in an error about it.
struct call_names {
  std::string_view interface{}, method{};
};

// Behind a sentence about what is missing: ` Did you mean "args" by "arg"?`. Empty where none that was passed over is
// near.
[[nodiscard]] std::string meant_by(std::string_view missing, const std::vector<std::string>& passed_over);

[[nodiscard]] api_error interface_not_found(std::string_view interface, std::string_view near);
// `all`: the methods that there are, for people.
[[nodiscard]] api_error method_not_found(const call_names& of, std::string_view all);
// `meant`: as meant_by has it.
[[nodiscard]] api_error missing_required_argument(const call_names& of, std::string argument, std::string_view meant);
[[nodiscard]] api_error argument_consolidation_failed(const call_names& of, std::string argument, std::string_view why);
[[nodiscard]] api_error no_implementation_available(std::string_view interface, std::string_view driver,
                                                    std::string_view near);
// `lacks_scope`: the token is restricted to scopes, and does not have the one that executes.
[[nodiscard]] api_error forbidden(std::string permission, bool lacks_scope);
[[nodiscard]] api_error rate_limit_exceeded(const call_names& of, unsigned most, unsigned seconds);
[[nodiscard]] api_error driver_unavailable(std::string_view driver, std::string_view extension);

// Inside the drivers' envelope, whose status is 200: {"success":false,"error":...}.
[[nodiscard]] tenon::response in_envelope(const api_error& what);
// Of what a driver threw. One of a type is an error like those above, with the type as its code; one of none is its
// message, as whatever JavaScript throws is in the original. What only whoever runs the program has something to do
// with, it keeps to itself: server_misconfigured, and what is unknown and has a cause or a debug payload.
[[nodiscard]] tenon::response in_envelope(const tenon::error& what);

// Where the envelope does not hold yet: {"message", "code"}, with the status itself.
[[nodiscard]] tenon::response token_missing();
[[nodiscard]] tenon::response token_auth_failed();
[[nodiscard]] tenon::response bad_request(std::string_view why);
[[nodiscard]] tenon::response is_not_open();

}  // namespace tenon_drivers
