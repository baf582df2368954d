// What a file is, by its first bytes: what whoever sends it says of it, and its name, are not to be believed.
#pragma once

#include <string_view>

#include "tenon/word/header_literal.hpp"

namespace tenon_forms {

// What may be answered to a question of a format: `photo` is a picture, `select_file` may be anything.
enum class kind_of_file { picture, sound, film, any };
[[nodiscard]] kind_of_file kind_for(std::string_view format) noexcept;

// Of the known ones; `application/octet-stream` where it is none of them. HTML and SVG, in which scripts may be, are
// none. What may hold sound and film is told by what was wanted.
[[nodiscard]] tenon::header_literal media_type_in(std::string_view bytes, kind_of_file wanted) noexcept;

// The known one of that name; `application/octet-stream` where there is none.
[[nodiscard]] tenon::header_literal known_media_type(std::string_view name) noexcept;

// None: it is of that kind. Else what to choose instead, for whoever fills the form.
[[nodiscard]] std::string_view misfit_of(std::string_view media_type, kind_of_file wanted) noexcept;

}  // namespace tenon_forms
