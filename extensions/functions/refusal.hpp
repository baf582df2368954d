// What the door says where nothing is called, or where what was called failed.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/word/error.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/response.hpp"

namespace tenon_functions {

// The form in which arguments and results are written. Every answer says it.
inline constexpr std::string_view version = "5";
[[nodiscard]] tenon::response versioned(tenon::response answer);

// Of one argument that does not fit.
struct wrong_argument {
  std::string name, dis;
};

[[nodiscard]] tenon::response unknown_project(std::string_view project);
// The path is none of `/api/{project}/{function}`.
[[nodiscard]] tenon::response invalid_path(std::string_view project);
[[nodiscard]] tenon::response unknown_mount(std::string_view path);
[[nodiscard]] tenon::response unauthenticated();
[[nodiscard]] tenon::response unsupported_version(std::string_view asked);
// `near` is the function that was meant, perhaps; empty: nobody knows.
[[nodiscard]] tenon::response unknown_function(std::string_view name, std::string_view near);
[[nodiscard]] tenon::response ambiguous_function(std::string_view name, const std::vector<std::string>& candidates);
[[nodiscard]] tenon::response method_not_allowed(std::string_view name);
[[nodiscard]] tenon::response not_implemented(std::string_view method);
[[nodiscard]] tenon::response unsupported_type(std::string_view type);
[[nodiscard]] tenon::response not_acceptable();
// `missing`: the right, as in `su`.
[[nodiscard]] tenon::response not_permitted(std::string_view missing, std::string_view name);
[[nodiscard]] tenon::response timed_out(std::string_view name, std::chrono::milliseconds after, bool begun);
[[nodiscard]] tenon::response unavailable(std::string_view extension);
// Without arguments the request as a whole cannot be read, and `dis` says why.
[[nodiscard]] tenon::response invalid_arguments(std::string_view dis, const std::vector<wrong_argument>& all);
[[nodiscard]] tenon::response failed(const tenon::error& failure);

}  // namespace tenon_functions
