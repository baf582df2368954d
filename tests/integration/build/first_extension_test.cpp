// What a new author does: the file of the README dropped into extensions/, and the mistakes that one makes there. The
// first line with an error is the one that is read.
#include <sstream>

#include "expect.hpp"

namespace build_test {

namespace {

namespace fs = std::filesystem;

class first_extension : public testing::Test {
 protected:
  void SetUp() override {
    tree.write("extensions/http/http.hpp",
               "#pragma once\n#include \"tenon/extension.hpp\"\nstruct http {\n  static constexpr auto manifest = "
               "tenon::manifest{.name = \"http\", .version = \"1.0.0\"};\n};\n");
    tree.write("extensions/greeter.hpp", sound);
    tree.write("examples/backend/CMakeLists.txt",
               "tenon_add_program(backend SOURCES main.cpp EXTENSIONS http greeter IMPL NONE)\n");
    tree.write("examples/backend/main.cpp", R"(#include <cstdio>
#include <tenon/composition.hpp>
int main() {
  tenon::composition::settings_type settings{};
  settings.of<greeter>().greeting = "Welcome";
  const tenon::log_sink sink{nullptr, [](void*, const tenon::log_entry& entry) noexcept {
    const auto size = [](std::string_view text) { return static_cast<int>(text.size()); };
    std::printf("[%.*s: %.*s] ", size(entry.extension), entry.extension.data(), size(entry.message), entry.message.data());
  }};
  tenon::composition app({.log_sink = sink}, std::move(settings));
  return app.start() ? 0 : 1;
}
)");
  }
  // The first line of an error after a text in the file has become another one. CMake's begins with a place, and goes
  // on in the lines below.
  std::string first_error(const std::string& text, const std::string& other) {
    std::string wrong = sound;
    wrong.replace(wrong.find(text), text.size(), other);
    tree.write("extensions/greeter.hpp", wrong);
    outcome tried = tree.configure();
    if (tried.exit_code == 0) tried = tree.sh("cmake --build build/local --target backend");
    EXPECT_NE(tried.exit_code, 0) << tried.output;
    const std::size_t place = tried.output.find("CMake Error");
    if (place != std::string::npos) return on_one_line(tried.output.substr(place));
    std::istringstream lines(tried.output);
    for (std::string line; std::getline(lines, line);)
      if (line.find("error:") != std::string::npos) return line;
    return tried.output;
  }
  void expect_first_error(const std::string& text, const std::string& other, const std::string& cure) {
    const std::string line = first_error(text, other);
    EXPECT_NE(line.find(cure), std::string::npos) << "\"" << cure << "\" is not in:\n" << line;
  }

  scratch_tree tree{};
  const std::string sound = text_of_file(fs::path(TENON_SOURCE_DIR) / "examples/greeter/greeter.hpp");
};

TEST_F(first_extension, of_the_readme_is_found_listens_and_has_its_setting) {
  expect_success(tree.configure());
  expect_says(tree.build_and_run(), "[greeter: will say Welcome]");
}
TEST_F(first_extension, may_call_its_own_variables_what_it_likes) {
  std::string text = sound;
  text.replace(text.find("struct greeter {"), 0, "inline int out = 0, i = 0, value = 0, event = 0, count = 0;\n\n");
  tree.write("extensions/greeter.hpp", text);
  expect_success(tree.configure());
  expect_says(tree.build_and_run(), "[greeter: will say Welcome]");
}
TEST_F(first_extension, that_is_wrong_says_in_its_first_line_of_an_error_how_to_mend_it) {
  expect_first_error("{{\"http\", \"1.x.x\"}}", "{{\"htp\", \"1.x.x\"}}", "has none of that name; the nearest is http");
  expect_first_error("{{\"http\", \"1.x.x\"}}", "{{\"http\", \"2.x.x\"}}", "greeter 1.0.0 needs http 2.x.x");
  expect_first_error("#pragma once", "//@extension priorty 3\n#pragma once", "priorty");
  expect_first_error("struct greeter {", "struct greter {", "greeter");
  expect_first_error("void on(const tenon::core::ready&, auto& ctx) {",
                     "void on_start(int) {}\n  void on(const auto& ctx) {",
                     "has a member on_start that the app cannot call as a hook. Make it public");
  expect_first_error("using routes = tenon::routes<greet>;", "", "greeter");
}

}  // namespace

}  // namespace build_test
