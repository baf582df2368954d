// A bundle as it comes with a request.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "tenon/word/request.hpp"

namespace tenon_bundles {

// Of a request with a bundle; `http.body_limit` may allow less.
inline constexpr std::size_t longest_upload = std::size_t{32} << 20U;

// The file of the part `bundle` of multipart/form-data, or a whole body of application/zip. Points into the request.
// None, and `problem` says why.
[[nodiscard]] std::optional<std::string_view> bundle_in(const tenon::request& from, std::string& problem);

}  // namespace tenon_bundles
