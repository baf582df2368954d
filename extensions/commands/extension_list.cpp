#include "extension_list.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "tenon/json/to_text.hpp"
#include "text_table.hpp"

namespace tenon_commands {

namespace {

using tenon::extension_facts;

// What a script reads. Its shape is a promise: members are added, never renamed.
struct row {
  std::string name, version, kind, type, origin, doc, stability;
  std::size_t level = 0, order = 0;
  int priority = 0;
  bool core = false, concurrent_start = false;
  std::vector<std::string> needs{}, hooks{};
};

row row_of(const extension_facts& one, std::size_t order) {
  row out{.name = std::string(one.manifest.name),
          .version = std::string(one.manifest.version),
          .kind = std::string(one.kind()),
          .type = std::string(one.type),
          .origin = std::string(one.origin),
          .doc = std::string(one.manifest.doc),
          .stability = std::string(to_string(one.manifest.stability)),
          .level = one.level,
          .order = order,
          .priority = one.manifest.priority,
          .core = one.manifest.core || one.implementation,
          .concurrent_start = one.manifest.concurrent_start};
  for (const tenon::need& need : one.manifest.needs)
    out.needs.push_back(
        fmt::format("{} {}{}", need.name, need.versions, need.presence == tenon::optional ? " optional" : ""));
  for (std::string_view hook : one.hooks) out.hooks.emplace_back(hook);
  return out;
}

std::vector<row> rows_of(std::span<const extension_facts> extensions) {
  std::vector<row> rows;
  for (const extension_facts& one : extensions) rows.push_back(row_of(one, rows.size()));
  return rows;
}

}  // namespace

std::string extension_table(std::span<const extension_facts> extensions) {
  std::vector<std::vector<std::string>> lines{{"NAME", "VERSION", "KIND", "LEVEL", "NEEDS", "HOOKS"}};
  for (const row& one : rows_of(extensions))
    lines.push_back({one.name, one.version, one.kind, std::to_string(one.level), joined(one.needs), joined(one.hooks)});
  return text_table(lines);
}

std::string extension_json(std::span<const extension_facts> extensions) {
  return tenon::json::to_text(rows_of(extensions), {.indent = 2}) + '\n';
}

}  // namespace tenon_commands
