// What a form's files refer to: renderers and formats that somebody has to bring.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "tenon/form/json_file.hpp"

namespace tenon::form {

using word_set = std::set<std::string, std::less<>>;

// What a bundle brings, as one form sees it.
struct brought {
  const word_set& renderers;              // folders of renderers/
  const word_set& application_formats;    // claimed by renderers that every form has
  const word_set& form_formats;           // by those of this form's own ext.json
  const word_set& application_functions;  // names of functions that every form has
  const word_set& form_functions;         // of those of this form's own ext.json
  bool is_all = true;                     // else some file cannot be read, and any word may be in there

  [[nodiscard]] bool has_format(std::string_view format) const;
  [[nodiscard]] bool has_renderer(std::string_view name) const;
};

// Of a schema: `x-renderer`, `rendererType`, `x-question-type` and `format`, where they are keywords of a schema; so
// not as names of properties, and not inside of `const`, `default`, `enum` and `examples`. So are `x-validate`,
// `x-computed` and `x-dynamicEnum`, which call functions.
void check_schema_references(const json_file& schema, const brought& known, report& to);

// The same of the definitions of an extension file, of either format.
void check_definition_references(const json_file& extension, const brought& known, report& to);

// Of a UI schema: `format` of an element or of its options, and of the schema in a rule's condition.
void check_ui_references(const json_file& ui, const brought& known, report& to);

}  // namespace tenon::form
