#include "tenon/form/plan/form_init_data.hpp"

#include "tenon/json/to_text.hpp"

namespace tenon::form {

std::optional<extension_data> extension_data_of(const extension_metadata& found) {
  if (found == extension_metadata{}) return std::nullopt;
  extension_data out;
  for (const auto& [key, one] : found.definitions) out.definitions.emplace(key, one.schema);
  for (const auto& [key, one] : found.functions)
    out.functions.emplace(key, extension_data::function_data{one.name, one.module, one.export_, one.parameters,
                                                             one.return_type, one.origin.file});
  for (const auto& [key, one] : found.renderers)
    out.renderers.emplace(key, extension_data::renderer_data{one.name, one.format, one.module, one.renderer, one.tester,
                                                             one.origin.file});
  return out;
}

std::string to_json(const form_init_data& of) { return json::to_text(of, json::camel_case); }

}  // namespace tenon::form
