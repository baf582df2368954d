#include "scratch_tree.hpp"

#include <fstream>
#include <stdexcept>

namespace build_test {

namespace fs = std::filesystem;

outcome run(const std::string& line, const fs::path& where, int seconds) {
  // Variables that would reach into the tree from outside are left behind.
  const std::string command = "cd '" + where.string() +
                              "' && exec 2>&1 </dev/null && unset CMAKE_PREFIX_PATH TENON_PRESET TENON_DATA_DIR && "
                              "export CMAKE_BUILD_PARALLEL_LEVEL=2 && "  // other tests compile beside it
                              "timeout -k 5 " +
                              std::to_string(seconds) + " sh -c '" +
                              [&] {
                                std::string quoted;
                                for (const char c : line) c == '\'' ? quoted += "'\\''" : quoted += c;
                                return quoted;
                              }() +
                              "'";
  return outcome(command);
}

void write(const fs::path& file, std::string_view text) {
  fs::create_directories(file.parent_path());
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << text;
  if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
}

scratch_tree::scratch_tree() {
  const fs::path origin = TENON_SOURCE_DIR;
  fs::create_directories(path_ / "tests");
  for (const char* part : {"CMakeLists.txt", "CMakePresets.json", "presets", "config", "tenon", "tests/CMakeLists.txt"})
    fs::copy(origin / part, path_ / part, fs::copy_options::recursive);
  // Whoever works on this tree may have selected something in it; the copy has not.
  fs::copy_file(path_ / "config/no_override.cmake", override_file(), fs::copy_options::overwrite_existing);
  // The engines have tests of their own: a program links of them what it uses, which here is what starts and stops it,
  // what tells one thread from another, and what answers where no handler does, with a text as JSON has it.
  const auto starts = [](const fs::path& file) {
    const fs::path room = file.parent_path().filename();
    return file.extension() == ".cpp" && file.stem() != "terminate" &&
           (room == "lifecycle" || room == "web" || file.filename() == "work.cpp" || file.filename() == "quoted.cpp");
  };
  for (const fs::directory_entry& one : fs::recursive_directory_iterator(origin / "include"))
    if (one.path().extension() == ".hpp" || starts(one.path())) {
      const fs::path copy = path_ / fs::relative(one.path(), origin);
      fs::create_directories(copy.parent_path());
      fs::copy_file(one.path(), copy);
    }
  for (const char* name : {"local", "other", "none"}) write_implementation(path_ / "extensions" / name, name);
  write("examples/backend/CMakeLists.txt", "tenon_add_program(backend SOURCES main.cpp IMPL extension_impl)\n");
  write("examples/backend/main.cpp", R"(#include <cstdio>
#include <tenon/composition.hpp>
int main() {
  const auto name = tenon::composition::extensions()[0].manifest.name;
  std::printf("extension_impl is %.*s\n", static_cast<int>(name.size()), name.data());
}
)");
}

outcome scratch_tree::configure(const std::string& arguments) const {
  // What is tried in such a tree is not how fast it is.
  return sh("cmake --preset local -DTENON_TESTS=OFF -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0 " + arguments);
}

outcome scratch_tree::build_and_run(const std::string& program) const {
  return sh("cmake --build build/local --target " + program + " && build/local/bin/" + program);
}

void scratch_tree::write_listing_backend(const std::string& arguments) const {
  write("examples/backend/CMakeLists.txt", "tenon_add_program(backend SOURCES main.cpp " + arguments + ")\n");
  write("examples/backend/main.cpp", R"(#include <cstdio>
#include <tenon/composition.hpp>
int main() {
  for (const tenon::extension_facts& one : tenon::composition::extensions())
    std::printf("[%.*s %.*s] ", static_cast<int>(one.manifest.name.size()), one.manifest.name.data(),
                static_cast<int>(one.manifest.version.size()), one.manifest.version.data());
}
)");
}

void scratch_tree::write_implementation(const fs::path& folder, std::string_view name) {
  const std::string type(name);
  build_test::write(folder / (type + ".hpp"), R"(#pragma once
#include <chrono>
#include "tenon/extension.hpp"
#include "tenon/testing/api_key_provider_archetype.hpp"
struct )" + type + R"( {
  static constexpr auto manifest = tenon::manifest{.name = ")" +
                                                  type + R"(", .version = "1.0.0", .core = true};
  tenon::testing::api_key_provider_archetype api_key{[] { return tenon::timestamp(); }};
};
)");
  build_test::write(folder / "CMakeLists.txt", "tenon_add_extension(" + type + " KIND implementation)\n");
}

}  // namespace build_test
