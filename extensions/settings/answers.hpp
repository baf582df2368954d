// What the routes of the settings answer.
#pragma once

#include <string_view>
#include <vector>

#include "contract.hpp"
#include "tenon/word/response.hpp"

namespace tenon_settings {

// An array, in start order.
[[nodiscard]] tenon::response all(const store& of);
[[nodiscard]] tenon::response one(const store& of, std::string_view extension);
// What it is now, and who stops and starts because of it.
[[nodiscard]] tenon::response changed(const store& of, std::string_view extension,
                                      const std::vector<std::string_view>& restarting);

}  // namespace tenon_settings
