// What requests about forms are answered with.
#pragma once

#include <string_view>

#include "shelf.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon_forms {

[[nodiscard]] tenon::response listed(const shelf& of, const tenon::request& from);
[[nodiscard]] tenon::response shown(const shelf& of, std::string_view name, const tenon::request& from,
                                    const tenon::log& log);
// What somebody has filled in: 303 to a page that says so, or 422 and the form with what was typed and what is wrong.
// Whoever only wants to see the choices that there are now gets the form with what was typed.
[[nodiscard]] tenon::response taken(const shelf& of, std::string_view name, const tenon::request& from,
                                    const tenon::log& log);
[[nodiscard]] tenon::response said_so(const shelf& of, std::string_view name);
// As JSON: {"form", "schema", "ui", "data", "parameters"}, and "extensions" where there are some.
[[nodiscard]] tenon::response init_data(const shelf& of, std::string_view name, const tenon::request& from);

}  // namespace tenon_forms
