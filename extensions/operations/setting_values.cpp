#include "setting_values.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "tenon/json/document.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/settings/accepted.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/finding.hpp"

namespace tenon_operations {

namespace {

// What of the shown settings is of use here.
struct shown {
  tenon::json::raw values{};
};
struct of_functions {
  std::string project = "main";
};

template <class T>
T read(std::string_view json) {
  std::vector<tenon::finding> findings;
  return tenon::json::from_text<T>(
             json, findings,
             {.unknown = tenon::json::unknown::ignored, .missing = tenon::json::missing::kept, .max_bytes = 1U << 24U})
      .value_or(T{});
}

tenon::settings::store& there(tenon::settings::store* store) {
  if (store != nullptr) return *store;
  throw tenon::error(tenon::error_type::capability_not_available, "this program keeps no settings that can be changed");
}

}  // namespace

tenon::json::raw values(const tenon::settings::store* of, std::string_view extension, bool checked,
                        std::span<const tenon::extension_facts> all) {
  if (of != nullptr && of->has(extension)) return read<shown>(of->shown(extension)).values;
  const bool is_there = std::ranges::any_of(all, [&](const tenon::extension_facts& one) {
    return one.manifest.name == extension || (one.implementation && extension == "extension_impl");
  });
  if (is_there) return {"{}"};
  if (!checked) return {};
  if (of != nullptr) static_cast<void>(of->shown(extension));  // throws, and says which is near
  throw tenon::error(tenon::error_type::not_found,
                     std::string("this program has no extension ").append(extension).append("; exts lists all"));
}

void change(tenon::settings::store* of, std::string_view extension, std::string_view merge_patch) {
  static_cast<void>(tenon::settings::accepted(there(of).change(extension, merge_patch.empty() ? "{}" : merge_patch)));
}

std::string project_of(const tenon::settings::store* settings) {
  if (settings == nullptr || !settings->has("functions")) return of_functions().project;
  return read<of_functions>(read<shown>(settings->shown("functions")).values.text).project;
}

}  // namespace tenon_operations
