// The rules of a bundle, all of them at once. The table of them: docs/forms.md.
#pragma once

#include "tenon/form/bundle.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

struct validator_options {
  bool strict = false;  // a module that is missing is an error also where it is called like a script
};

// The findings of one bundle are always the same, in the same order: what nobody should read, the top level, the files
// of forms and renderers, the extension files (the application's first), what forms refer to; by path within each of
// them. Time and memory grow with the bundle, and not faster.
[[nodiscard]] report validate(const bundle& of, const validator_options& how = {});

}  // namespace tenon::form
