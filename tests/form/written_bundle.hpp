// A bundle in a folder of its own, written file by file.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/folder_bundle.hpp"
#include "tenon/form/validator.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace form_test {

using strings = std::vector<std::string>;

inline strings messages(const std::vector<tenon::form::bundle_finding>& of) {
  strings all;
  for (const tenon::form::bundle_finding& one : of) all.push_back(one.message);
  return all;
}

// `pointer:line: message`.
inline strings placed_messages(const std::vector<tenon::form::bundle_finding>& of) {
  strings all;
  for (const tenon::form::bundle_finding& one : of)
    all.push_back(one.pointer + ":" + std::to_string(one.line) + ": " + one.message);
  return all;
}

class written_bundle {
 public:
  // Begins with the page that each bundle has to have.
  written_bundle() { write("app/index.html", "<!doctype html>"); }

  written_bundle& write(std::string_view path, std::string_view text) {
    const std::filesystem::path file = root() / path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return *this;
  }
  written_bundle& form(const std::string& name, std::string_view schema = "{}", std::string_view ui = "{}") {
    return write("forms/" + name + "/schema.json", schema).write("forms/" + name + "/ui.json", ui);
  }

  std::filesystem::path root() { return folder_.path(); }
  tenon::form::report found(const tenon::form::validator_options& how = {}) {
    return validate(tenon::form::folder_bundle(root()), how);
  }
  strings errors(const tenon::form::validator_options& how = {}) { return messages(found(how).errors()); }
  strings warnings(const tenon::form::validator_options& how = {}) { return messages(found(how).warnings()); }
  strings placed_warnings() { return placed_messages(found().warnings()); }

 private:
  tenon::testing::scratch_folder folder_;
};

}  // namespace form_test
