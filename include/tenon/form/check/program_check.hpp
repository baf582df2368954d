// What the extension files of a bundle claim, held against what a program draws and calls.
#pragma once

#include <span>

#include "tenon/form/bundle.hpp"
#include "tenon/form/function/form_function_row.hpp"
#include "tenon/form/render/renderer_row.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

// What the extensions of a program bring.
struct program_parts {
  std::span<const renderer_row> renderers{};
  std::span<const form_function_row> functions{};
  bool bundle_modules = false;  // scripts of a bundle may draw what nobody of these does
};

// A warning for each entry that nobody draws, or that is no function that is called like that and takes what it
// declares, and for each place of a form that gives a function what it does not take, or wants of it what it does not
// give: the forms go on without. The validator cannot know, for it sees a bundle and no program.
void warn_of_unbound_entries(const bundle& of, const program_parts& has, report& to);

}  // namespace tenon::form
