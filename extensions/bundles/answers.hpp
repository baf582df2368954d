// What clients of the original are answered with, below /app-bundle.
#pragma once

#include <string>
#include <string_view>

#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "version_store.hpp"

namespace tenon_bundles {

[[nodiscard]] tenon::response manifest_answer(const all_versions& of, const tenon::request& from);
[[nodiscard]] tenon::response file_answer(const all_versions& of, const std::string& path, const tenon::request& from);
[[nodiscard]] tenon::response versions_answer(const all_versions& of);
// From the older neighbour of a version, or of the one that is asked for.
[[nodiscard]] tenon::response changes_answer(const all_versions& of, const tenon::request& from);
// 400 with all that is wrong where the bundle is not valid; else the warnings stand behind what clients know, if any.
[[nodiscard]] tenon::response push_answer(const pushed& what);
[[nodiscard]] tenon::response findings_answer(const tenon::form::report& of);
[[nodiscard]] tenon::response switch_answer(std::string_view version);

// {"error", "message"}.
[[nodiscard]] tenon::response refused(int status, std::string_view error, std::string_view message);

}  // namespace tenon_bundles
