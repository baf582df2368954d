// Paths inside a bundle.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenon::form {

// Empty where `path` is plain: names joined by single slashes, in UTF-8, without control characters, that lead neither
// out of the bundle nor to where they stand. Else what is wrong with it, as the end of a sentence about it.
[[nodiscard]] std::string_view path_fault(std::string_view path);

// A module as an ext.json names it: one leading slash goes, `.` and `..` are followed. None where it leads out of the
// bundle, as `../x.js`, `C:\x.js` and `https://host/x.js` do.
[[nodiscard]] std::optional<std::string> module_path(std::string_view written);

// `forms/visit/ui.json`: `visit`, which may be empty. None where it does not begin with that folder.
[[nodiscard]] std::optional<std::string_view> name_below(std::string_view folder, std::string_view path);

}  // namespace tenon::form
