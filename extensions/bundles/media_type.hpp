// What a file of a bundle is, by the ending of its name.
#pragma once

#include <string_view>

#include "tenon/word/header_literal.hpp"

namespace tenon_bundles {

// application/octet-stream where the ending is none that is known.
[[nodiscard]] tenon::header_literal media_type_of(std::string_view path);

}  // namespace tenon_bundles
