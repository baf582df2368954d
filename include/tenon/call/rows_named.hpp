// Whom a name means that comes while the program runs.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/call/function_row.hpp"

namespace tenon::call {

// `helloWorld`, or `hello::helloWorld`: the places of all that are called so, in their order.
[[nodiscard]] std::vector<std::size_t> rows_named(std::span<const function_row> rows, std::string_view name);

// `hello::helloWorld`.
[[nodiscard]] std::string whole_name(const function_row& row);

// The nearest name that somebody has, whole where the name is; empty where none is near.
[[nodiscard]] std::string nearest_function(std::span<const function_row> rows, std::string_view name);

}  // namespace tenon::call
