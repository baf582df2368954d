// One form of a bundle, read as those read it who show it: what is wrong with it whatever they draw and call.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tenon/form/check/definition_check.hpp"
#include "tenon/form/check/misspelling.hpp"
#include "tenon/form/json_file.hpp"
#include "tenon/form/plan/form_fault.hpp"
#include "tenon/form/references.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

// A file and what was read of it.
struct read_file_of_form {
  std::string text{};
  json_file file;
};

class form_check {
 public:
  // `definitions` outlives this, and is told what forms find in there.
  explicit form_check(definition_check& definitions) : definitions_(definitions) {}

  // Both files are objects.
  void look(const std::string& name, const read_file_of_form& schema, const read_file_of_form& ui, const brought& known,
            report& to);
  // Of a form whose UI schema cannot be read.
  void look_without_ui(const std::string& name, const json_file& schema, report& to);

 private:
  void check_schema(const std::string& name, const json_file& schema, report& to);
  void tell_all(const std::vector<form_fault>& all, const std::string& name, const json_file& schema,
                const json_file& ui, report& to);

  definition_check& definitions_;
  misspellings words_{};
  std::size_t elements_ = 0, bytes_ = 0;  // of the forms so far
};

}  // namespace tenon::form
