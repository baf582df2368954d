// A tree like this one, small and elsewhere, that a test may build in and break.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "tenon/testing/scratch_folder.hpp"
#include "tenon/testing/shell_line.hpp"
#include "tenon/testing/text_of_file.hpp"

namespace build_test {

using outcome = tenon::testing::shell_line;  // its output and its errors, as they came
using tenon::testing::text_of_file;

// Runs a line of sh, and ends it after a time that no sound run needs.
outcome run(const std::string& line, const std::filesystem::path& where, int seconds = 400);

void write(const std::filesystem::path& file, std::string_view text);

// The framework, the build's functions and the launcher of this tree; of its own a back end that says who stands behind
// extension_impl, and the implementations `local`, `other` and `none`, which tell one from the other by their names.
class scratch_tree {
 public:
  scratch_tree();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path override_file() const { return path_ / "config/extension_overrides.cmake"; }
  // A folder of the tree's own disk, beside the tree.
  [[nodiscard]] std::filesystem::path beside(std::string_view name) const { return folder_.path(name); }

  outcome sh(const std::string& line) const { return run(line, path_); }
  // `cmake --preset` of the local preset, with no more than what the test adds.
  outcome configure(const std::string& arguments = "") const;
  // Builds a program of build/local, runs it and gives what it printed.
  outcome build_and_run(const std::string& program = "backend") const;

  void write(std::string_view file, std::string_view text) const { build_test::write(path_ / file, text); }
  // In the place of the back end one with these arguments of tenon_add_program: it prints `[name version] ` of each of
  // its extensions.
  void write_listing_backend(const std::string& arguments) const;
  // Writes an implementation of the given name into FOLDER.
  static void write_implementation(const std::filesystem::path& folder, std::string_view name);

 private:
  tenon::testing::scratch_folder folder_{};
  std::filesystem::path path_ = folder_.path("tree");
};

}  // namespace build_test
