// What a custom application brings, found where it lies and put together.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "tenon/form/extension_metadata.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

// The text of the file at a path of the bundle, none where there is no such file. May throw tenon::error.
using read_file = std::function<std::optional<std::string>(std::string_view path)>;

// The ext.json files that serve a form (without a name: those of the application alone), the nearer over the farther.
// A file with a mistake is left out as a whole, and `problems` says why.
[[nodiscard]] extension_metadata merged_extensions(const read_file& read, std::string_view form_name, report& problems);

// The same for whoever looks at many forms: what serves all of them, read once; and what the ext.json of one form puts
// over it.
[[nodiscard]] extension_metadata application_extensions(const read_file& read, report& problems);
void add_form_extensions(const read_file& read, std::string_view form_name, extension_metadata& to, report& problems);

// The same for a folder, which is the bundle's root. Never throws for a file or a folder that is absent or bad; reads
// JSON, and never opens a module.
[[nodiscard]] extension_metadata get_custom_app_extensions(const std::filesystem::path& app_root,
                                                           std::string_view form_name = {}, report* problems = nullptr);

}  // namespace tenon::form
