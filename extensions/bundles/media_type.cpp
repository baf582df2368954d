#include "media_type.hpp"

#include <array>

#include "tenon/word/request.hpp"

namespace tenon_bundles {

namespace {

struct row {
  std::string_view ending;
  tenon::header_literal type;
};
constexpr std::array rows{
    row{"html", "text/html; charset=utf-8"},
    row{"htm", "text/html; charset=utf-8"},
    row{"css", "text/css; charset=utf-8"},
    row{"js", "text/javascript; charset=utf-8"},
    row{"mjs", "text/javascript; charset=utf-8"},
    row{"jsx", "text/javascript; charset=utf-8"},
    row{"json", "application/json"},
    row{"map", "application/json"},
    row{"txt", "text/plain; charset=utf-8"},
    row{"md", "text/markdown; charset=utf-8"},
    row{"csv", "text/csv; charset=utf-8"},
    row{"xml", "application/xml"},
    row{"svg", "image/svg+xml"},
    row{"png", "image/png"},
    row{"jpg", "image/jpeg"},
    row{"jpeg", "image/jpeg"},
    row{"gif", "image/gif"},
    row{"webp", "image/webp"},
    row{"ico", "image/x-icon"},
    row{"woff", "font/woff"},
    row{"woff2", "font/woff2"},
    row{"ttf", "font/ttf"},
    row{"otf", "font/otf"},
    row{"mp3", "audio/mpeg"},
    row{"wav", "audio/wav"},
    row{"ogg", "audio/ogg"},
    row{"mp4", "video/mp4"},
    row{"webm", "video/webm"},
    row{"pdf", "application/pdf"},
    row{"zip", "application/zip"},
    row{"wasm", "application/wasm"},
};

}  // namespace

tenon::header_literal media_type_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);  // also where there is none
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos)
    for (const row& one : rows)
      if (tenon::same_field_name(name.substr(dot + 1), one.ending)) return one.type;
  return "application/octet-stream";
}

}  // namespace tenon_bundles
