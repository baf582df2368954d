// Messages put together from parts. One function for all of them: a chain of `+` is inlined where it stands, and weighs
// ten times as much.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace tenon::http1 {

[[nodiscard]] std::string sentence(std::initializer_list<std::string_view> parts);

}  // namespace tenon::http1
