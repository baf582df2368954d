// The parts of a form that a browser or curl sends as multipart/form-data (RFC 7578).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::multipart {

// What points, points into the body.
struct form_part {
  std::string name{};
  std::optional<std::string> file_name{};  // none: no file, but a field; no folder and no control character in it
  std::string type{};                      // printable ASCII; empty: not said
  std::string_view bytes{};
};

struct form_limits {
  std::size_t parts = 256;
  std::size_t header_bytes = 4096;  // of one part
};

[[nodiscard]] bool is_form(std::string_view content_type);

// In their order. None, and `problem` says why: what is malformed in any way, or could be read in two, is refused.
[[nodiscard]] std::optional<std::vector<form_part>> parts_of(std::string_view content_type, std::string_view body,
                                                             std::string& problem, const form_limits& most = {});

}  // namespace tenon::multipart
