// What a person sees who has sent more than is taken.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon::web {

// A browser that goes to a page, as it does with a form, says that it wants one. A script that asks does not.
[[nodiscard]] bool wants_page(std::span<const header> asked);

// 413. `limit` in bytes; `advice` says who can let in more, where somebody can.
[[nodiscard]] response large_body_page(std::uint64_t limit, std::string_view advice);

}  // namespace tenon::web
