// Which methods a list of routes answers at one pattern, as the header Allow has them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/word/method.hpp"
#include "tenon/word/route.hpp"

namespace tenon_api {

// Whoever answers GET answers HEAD.
template <class... Route>
[[nodiscard]] std::string methods_at(tenon::routes<Route...>, std::string_view pattern) {
  std::array<bool, tenon::method_count> answered{};
  for (const auto& [path, method] : {std::pair{Route::pattern, Route::method}...})
    if (path == pattern) answered[static_cast<std::size_t>(method)] = true;
  if (answered[static_cast<std::size_t>(tenon::method::get)])
    answered[static_cast<std::size_t>(tenon::method::head)] = true;
  std::string list;
  for (std::size_t i = 0; i < answered.size(); ++i)
    if (answered[i]) list.append(list.empty() ? "" : ", ").append(tenon::method_names[i]);
  return list;
}

}  // namespace tenon_api
