#include "tenon/form/plan/form_init_data.hpp"

#include "tenon/json/to_text.hpp"

namespace tenon::form {

namespace {

extension_data::files displaced_by(const origin& one) {
  return one.displaced.empty() ? extension_data::files() : extension_data::files(one.displaced);
}

}  // namespace

std::optional<extension_data> extension_data_of(const extension_metadata& found) {
  if (found == extension_metadata{}) return std::nullopt;
  extension_data out;
  for (const auto& [key, one] : found.definitions) {
    out.definitions.emplace(key, one.schema);
    out.definition_origins.emplace(key, extension_data::said_by{one.origin.file, displaced_by(one.origin)});
  }
  for (const auto& [key, one] : found.functions)
    out.functions.emplace(
        key, extension_data::function_data{one.name, one.module, one.export_, one.parameters, one.return_type,
                                           one.origin.file, displaced_by(one.origin)});
  for (const auto& [key, one] : found.renderers)
    out.renderers.emplace(key, extension_data::renderer_data{one.name, one.format, one.module, one.renderer, one.tester,
                                                             one.origin.file, displaced_by(one.origin)});
  return out;
}

std::string to_json(const form_init_data& of) { return json::to_text(of, json::camel_case); }

}  // namespace tenon::form
