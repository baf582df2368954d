// The rules of a bundle, all of them at once. The table of them: docs/forms.md.
#pragma once

#include "tenon/form/bundle.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

struct validator_options {
  bool strict = false;  // a module that is missing is an error also where it is called like a script
};

// The findings of one bundle are always the same, in the same order: what nobody should read, the top level, the files
// of forms and renderers, the extension files (the application's first), the definitions in them, what forms say; by
// path within each of them, and what makes a schema unusable by line. Every mistake is told, and where it is written:
// one in a definition not at the forms that use it. Time and memory grow with the bundle, and not faster.
[[nodiscard]] report validate(const bundle& of, const validator_options& how = {});

}  // namespace tenon::form
