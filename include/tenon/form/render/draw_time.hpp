// A moment as people read it.
#pragma once

#include <string_view>

#include "tenon/form/render/canvas.hpp"

namespace tenon::form {

// `2026-11-27T08:30:05.123Z` as `2026-11-27 08:30:05 UTC`; any other text as it is.
void draw_time(canvas& to, std::string_view moment);

}  // namespace tenon::form
