#include "tenon/form/plan/script_renderers.hpp"

#include <algorithm>
#include <utility>

#include "tenon/form/layout.hpp"
#include "tenon/form/report.hpp"
#include "tenon/json/to_text.hpp"

namespace tenon::form {

namespace {

// Where a browser finds it, or why it does not.
struct sought {
  std::string path{}, why_not{};
};

sought look_for(std::span<const bundle_entry> entries, const std::string& module) {
  const std::optional<std::string> as_written = found_module(entries, module);
  if (as_written && is_script(*as_written)) return {*as_written, {}};
  if (std::optional<std::string> built = found_module(entries, module + ".js")) return {*std::move(built), {}};
  std::string why = std::string("extension module '").append(shown(module));
  if (!as_written)
    return {{},
            why.append("' not found in bundle. It is looked for from the bundle's root, then under forms/, then under "
                       "app/: add it there.")};
  return {{},
          why.append("' is no script that a browser runs. Build it, and put the script beside it as '")
              .append(shown(module))
              .append(".js'.")};
}

}  // namespace

bool is_script(std::string_view path) { return path.ends_with(".js") || path.ends_with(".mjs"); }

std::vector<script_renderer> unbound_renderers(const extension_metadata& of, std::span<const renderer_row> brought,
                                               std::span<const bundle_entry> entries) {
  std::vector<script_renderer> out;
  for (const level from : {level::form, level::application})
    for (const auto& [key, one] : of.renderers) {
      const bool is_drawn = std::ranges::find(brought, one.format, &renderer_row::format) != brought.end();
      if (one.origin.level != from || is_drawn) continue;
      sought drawn = look_for(entries, one.module), tested = look_for(entries, one.tester_module);
      std::string why_not = std::move(drawn.why_not.empty() ? tested.why_not : drawn.why_not);
      out.push_back({key, one.format, std::move(drawn.path), one.renderer, std::move(tested.path), one.tester,
                     one.origin.file, std::move(why_not)});
    }
  return out;
}

std::string to_json(const script_question& of) { return json::to_text(of, json::camel_case); }

}  // namespace tenon::form
