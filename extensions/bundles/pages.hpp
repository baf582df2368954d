// The page at which an administrator looks after the versions of a bundle. It works without a script.
#pragma once

#include <string>
#include <string_view>

#include "tenon/form/report.hpp"
#include "version_store.hpp"

namespace tenon_bundles {

// Asks for the administrator's token; `problem` says what was wrong with the last one.
[[nodiscard]] std::string log_in_page(std::string_view problem);
// The versions, a form to upload another, and what was wrong with an upload where something was.
[[nodiscard]] std::string versions_page(const all_versions& of, std::string_view problem);
// Every finding about a bundle that was uploaded, with its file, its line and what to do. `made` is empty where it did
// not become a version.
[[nodiscard]] std::string findings_page(const tenon::form::report& found, std::string_view made);
// That something was refused.
[[nodiscard]] std::string refusal_page(std::string_view title, std::string_view sentence);

}  // namespace tenon_bundles
