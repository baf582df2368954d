// The definitions that the ext.json files of a bundle bring, for all who look at its forms: each is read once.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/check/misspelling.hpp"
#include "tenon/form/json_file.hpp"
#include "tenon/form/references.hpp"
#include "tenon/form/report.hpp"
#include "tenon/form/schema/schema_fault.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

struct brought_definition {
  const json_file* file;
  std::string pointer;  // into that
  json::node schema;
  // Made when a form first reaches it.
  mutable std::string text{};
  mutable std::vector<std::string> refers_to{};  // other definitions, by their names
  mutable word_set words{};                      // of formats and their like that it names
};

class definition_check {
 public:
  // `form` is empty where the file serves all. Files come in the order of the report; one with mistakes comes too, for
  // forms would have its definitions when these are mended.
  void add(const json_file& file, std::string_view form);
  // A form may say itself what those that serve all refer to.
  void add_own(const json::node& schema);

  template <class Look>
  void each_file(Look look) const {
    for (const brought_file& one : files_) look(one.file, std::string_view(one.form));
  }

  [[nodiscard]] definition_finder finder(std::string_view form) const;
  // Those that the schema of a form reaches, by their names.
  [[nodiscard]] std::map<std::string, const brought_definition*> reached(std::string_view form,
                                                                         const json::node& schema) const;

  // A fault that was found by way of a form is told where it is, and once.
  void tell(std::string_view form, const schema_fault& one);
  // All that were told, and all that is wrong with definitions whoever refers to them, in the order of the files.
  void report_all(report& to);

 private:
  using definitions_by_name = std::map<std::string, brought_definition, std::less<>>;
  struct brought_file {
    json_file file;
    std::string form;
  };

  [[nodiscard]] const brought_definition* find(std::string_view form, std::string_view name) const;
  void look_through(std::string_view form);

  std::deque<brought_file> files_{};
  definitions_by_name of_application_{};
  std::map<std::string, definitions_by_name, std::less<>> of_forms_{};
  std::set<std::string, std::less<>> own_names_{};  // of definitions that some form has
  misspellings words_{};
  std::vector<bundle_finding> told_{}, warned_{};
  std::set<std::string> places_{};  // of what is told as an error
};

}  // namespace tenon::form
