// One form of a bundle, read as those read it who show it: what is wrong with it whatever they draw and call.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tenon/form/check/misspelling.hpp"
#include "tenon/form/extension_metadata.hpp"
#include "tenon/form/json_file.hpp"
#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/references.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

// A file and what was read of it.
struct read_file_of_form {
  std::string text{};
  json_file file;
};

// What forms have beside their own files. One for all that have the same.
class form_surroundings {
 public:
  explicit form_surroundings(const extension_metadata& brings);

  [[nodiscard]] const std::optional<extension_data>& data() const noexcept { return data_; }
  // Formats that definitions name.
  [[nodiscard]] const word_set& words() const noexcept { return words_; }

 private:
  std::optional<extension_data> data_;
  word_set words_{};
};

class form_check {
 public:
  // Both files are objects.
  void look(const std::string& name, const read_file_of_form& schema, const read_file_of_form& ui,
            const form_surroundings& around, const brought& known, report& to);
  // Of a form whose UI schema cannot be read.
  void look_without_ui(const json_file& schema, const form_surroundings& around, report& to);

 private:
  static void check_schema(const json_file& schema, const form_surroundings& around, const std::string& whole,
                           report& to);

  misspellings words_{};
  std::size_t elements_ = 0, bytes_ = 0;  // of the forms so far
};

}  // namespace tenon::form
