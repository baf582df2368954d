// Settings by the name of their extension.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tenon/composition/extension_facts.hpp"
#include "tenon/settings/store.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon_operations {

// An object of the values alone, secrets as "***"; an empty one of an extension without settings. Where there is no
// such extension among `all`: null, or, checked, a tenon::error.
[[nodiscard]] tenon::json::raw values(const tenon::settings::store* of, std::string_view extension, bool checked,
                                      std::span<const tenon::extension_facts> all);

// Throws a tenon::error that has every finding; nothing has changed then.
void change(tenon::settings::store* of, std::string_view extension, std::string_view merge_patch);

// The project's name, as the extension `functions` has it; `main` where nobody serves functions.
[[nodiscard]] std::string project_of(const tenon::settings::store* settings);

}  // namespace tenon_operations
