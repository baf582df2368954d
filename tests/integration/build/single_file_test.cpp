// An extension that is one file: what the build makes of it, and what it refuses to guess.
#include "expect.hpp"

namespace build_test {

namespace {

namespace fs = std::filesystem;

const std::string body = "#pragma once\n#include <tenon/extension.hpp>\nstruct hello {};\n";
const std::string with_manifest = R"(#pragma once
#include <tenon/extension.hpp>
struct hello {
  static constexpr auto manifest = tenon::manifest{.name = "hello", .version = "1.2.0", .priority = 3};
};
)";

class single_file : public testing::Test {
 protected:
  scratch_tree tree{};

  // The program takes every feature found, says what each of them is, and starts and stops them.
  void SetUp() override {
    tree.write("examples/backend/CMakeLists.txt",
               "tenon_add_program(backend SOURCES main.cpp EXTENSIONS * IMPL extension_impl)\n");
    tree.write("examples/backend/main.cpp", R"(#include <cstdio>
#include <string>
#include <tenon/composition.hpp>
int main() {
  for (const tenon::extension_facts& one : tenon::composition::extensions()) {
    std::string line = std::string(one.manifest.name) + " " + std::string(one.manifest.version) + " " +
                       std::to_string(one.manifest.priority) + " " + std::string(one.type);
    for (const tenon::need& need : one.manifest.needs) line += " " + std::string(need.name) + "@" + std::string(need.versions);
    for (const std::string_view hook : one.hooks) line += " " + std::string(hook);
    std::printf("%s %s\n", line.c_str(), one.implementation ? "behind the alias" : "beside");
  }
  tenon::composition app{tenon::environment{}};
  app.start();
  app.stop();
}
)");
  }

  // Configures with this text in extensions/hello.hpp, and expects to be told so.
  void expect_refused(const std::string& text, const std::string& sentence) const {
    tree.write("extensions/hello.hpp", text);
    expect_failure(tree.configure(), sentence);
  }
};

TEST_F(single_file, needs_no_manifest_and_stays_the_type_that_its_author_wrote) {
  // Plain, final, a class, in a namespace, made from a boot, with its brace on a line of its own: whatever it is.
  tree.write("extensions/plain.hpp", "struct plain { void on_start() {} };\n");
  tree.write("extensions/sealed.hpp", R"(
//@extension name sealed-one
//@extension type acme::sealed

//@extension version 2.0.1
//@extension priority -7
//@extension needs plain 1.x.x, extension_impl, nowhere optional, far_away 1.x.x - 2.x.x optional
#pragma once
#include <cstdio>
#include <tenon/extension.hpp>

namespace acme {
/* Not here:
struct sealed {
*/
struct sealed;  // struct sealed {
enum class other { sealed };
class base {};
class sealed  // says hello {;
    : public base
{
  int kept_private_;

 public:
  explicit sealed(const tenon::boot<sealed>& boot) : kept_private_(static_cast<int>(boot.name().size())) {}
  void on_start(auto& ctx) {
    static_assert(tenon::OnStart<sealed>);
    std::printf("%d letters of %.*s\n", kept_private_, static_cast<int>(ctx.name().size()), ctx.name().data());
  }
  void on_stop() {}
};
}  // namespace acme
)");
  tree.write("extensions/hello.hpp", with_manifest);
  tree.write("extensions/other.txt", "nothing to the build");
  fs::create_directories(tree.path() / "extensions/.git/objects");
  tree.write("extensions/.dotted.hpp", "#error\n");
  tree.write("extensions/tests/strange_test.cpp", "#error\n");
  tree.write("extensions/third_party/library.hpp", "#error\n");
  expect_success(tree.configure());
  const outcome ran = tree.build_and_run();
  expect_says(ran, "plain 1.0.0 0 plain on_start beside");
  expect_says(ran,
              "sealed-one 2.0.1 -7 acme::sealed plain@1.x.x extension_impl@x.x.x nowhere@x.x.x far_away@1.x.x - 2.x.x "
              "on_start on_stop beside");
  expect_says(ran, "hello 1.2.0 3 hello beside");
  expect_says(ran, "local 1.0.0 0 local behind the alias");
  expect_says(ran, "10 letters of sealed-one");

  // The compiler speaks of the author's file and line.
  tree.write("extensions/plain.hpp", "//@extension priority 1\n\nstruct plain {\n  void on_start() { mistake; }\n};\n");
  expect_failure(tree.build_and_run(), "extensions/plain.hpp:4:21: error: ");
}

TEST_F(single_file, may_be_an_implementation_and_is_selected_like_one) {
  tree.write("extensions/tiny.hpp", R"(//@extension kind implementation
#include <tenon/extension.hpp>
#include "tenon/testing/api_key_provider_archetype.hpp"
struct tiny { tenon::testing::api_key_provider_archetype api_key{[] { return tenon::timestamp(); }}; };
)");
  // One that does not say so is none of the features either.
  tree.write("extensions/silent.hpp", R"(
#include <tenon/extension.hpp>
#include "tenon/testing/api_key_provider_archetype.hpp"
struct silent { tenon::testing::api_key_provider_archetype api_key{[] { return tenon::timestamp(); }}; };
)");
  // What only has a setting of that name is one.
  tree.write("extensions/elsewhere.hpp", "#include <string>\nstruct elsewhere { std::string api_key; };\n");
  const outcome configured = tree.configure("-DTENON_EXTENSION_IMPL=tiny");
  expect_success(configured);
  expect_says(configured, "extensions/silent.hpp is not among *: it has a member api_key, as implementations have.");
  expect_says(configured, "extension_impl is tiny 1.0.0, from " + (tree.path() / "extensions/tiny.hpp").string());
  const outcome ran = tree.build_and_run();
  expect_says(ran, "tiny 1.0.0 0 tiny behind the alias");
  expect_says(ran, "elsewhere 1.0.0 0 elsewhere beside");
  EXPECT_EQ(ran.output.find("silent"), std::string::npos) << ran.output;
  expect_says(tree.configure("-DTENON_EXTENSION_IMPL=silent"), "extension_impl is silent 1.0.0");
}

TEST_F(single_file, takes_its_name_and_version_from_its_manifest) {
  tree.write("extensions/hello.hpp", R"(//@extension priority 3
//@extension needs other_one 1.x.x
#pragma once
#include <tenon/extension.hpp>
struct hello {
  static constexpr tenon::manifest manifest{.name = "good-day",
                                            .version = "3.0.0", // not "1.0.0"
                                            .doc = "says; hello",
                                            .needs = {{"other_one", "1.x.x"}},
                                            .priority = 3};
};
)");
  tree.write("extensions/other_one.hpp", "struct other_one {};\n");
  expect_success(tree.configure());
  expect_says(tree.build_and_run(), "good-day 3.0.0 3 hello other_one@1.x.x beside");

  // What cannot be read by eye is compared by the compiler.
  tree.write("extensions/hello.hpp", R"(//@extension priority 4
#pragma once
#include <tenon/extension.hpp>
struct hello {
  static constexpr int early = -4;
  static constexpr tenon::manifest manifest{.name = "hello", .version = "3.0.0", .priority = early};
};
)");
  expect_failure(tree.build_and_run(),
                 "extensions/hello.hpp:1: the directive says priority 4, the manifest says another");
  tree.write("extensions/hello.hpp", R"(//@extension needs other_one optional
#pragma once
#include <tenon/extension.hpp>
struct hello {
  static constexpr tenon::manifest manifest{.name = "hello", .version = "3.0.0", .needs = {{"other_one"}}};
};
)");
  expect_failure(tree.build_and_run(), "extensions/hello.hpp:1: the directive says other needs than the manifest");
  tree.write("extensions/hello.hpp", "//@extension needs other_one\n" + with_manifest);
  expect_failure(tree.build_and_run(), "extensions/hello.hpp:1: the directive says other needs than the manifest");
}

TEST_F(single_file, that_disagrees_with_itself_is_refused_with_both_lines) {
  expect_refused("//@extension name good_day\n" + with_manifest,
                 "extensions/hello.hpp:1: the directive says name good_day, the manifest in line 5 says hello. Make "
                 "them agree, or "
                 "take the directive out.");
  expect_refused("\n//@extension version 1.0.0\n" + with_manifest,
                 "extensions/hello.hpp:2: the directive says version 1.0.0, the manifest in line 6 says 1.2.0.");
  expect_refused("//@extension priority 4\n" + with_manifest,
                 "extensions/hello.hpp:1: the directive says priority 4, the manifest in line 5 says 3.");
}

TEST_F(single_file, with_a_directive_that_would_not_be_read_is_refused_with_file_and_line) {
  expect_refused("//@puter priority -1\n" + body,
                 "extensions/hello.hpp:1: //@puter is nothing that the build reads. Write //@extension priority -1, or "
                 "take the line "
                 "out. The directives are name, type, kind, version, needs, priority.");
  expect_refused("//@priority -1\n" + body,
                 "hello.hpp:1: //@priority is nothing that the build reads. Write //@extension priority -1,");
  expect_refused("\n\n//@extension priorty -1\n" + body,
                 "extensions/hello.hpp:3: there is no directive \"priorty\"; the nearest is priority.");
  expect_refused("//@extension colour blue\n" + body,
                 "hello.hpp:1: there is no directive \"colour\". The directives are");
  expect_refused("//@extension\n" + body, "hello.hpp:1: this //@extension says nothing.");
  expect_refused("//@extension priority 1\r\n//@extension version 1.0.0\r\n//@extension priority 1\r\n" + body,
                 "hello.hpp:3: the directive priority stands here a second time, after line 1.");
  expect_refused(
      "#pragma once\n\n//@extension priority 1\nstruct hello {};\n",
      "hello.hpp:3: a directive is read at the top of the file only, and line 1 is none. Move this line above it.");
  for (const char* almost :
       {"// @extension priority 1", " //@extension priority 1", "///@extension priority 1", "/// @extension",
        "// @extension", "//!@extension priority 1", "/*@extension priority 1 */", "/** @extension */"})
    expect_refused(
        "\n" + std::string(almost) + "\n" + body,
        "hello.hpp:2: a directive is written exactly so: //@extension priority -1, from the beginning of the "
        "line, with two slashes, and without a space before or after the @.");
  expect_refused("#pragma once\n///@extension priority 1\nstruct hello {};\n",
                 "hello.hpp:2: a directive is read at the top of the file only, and line 1 is none.");
  expect_refused("//@ extension priority 1\n" + body, "hello.hpp:1: //@ is nothing that the build reads.");
  // Words that only begin so are nothing to the build.
  tree.write("extensions/hello.hpp", "/// @extensions of others are not known here\n" + body);
  expect_success(tree.configure());
}

TEST_F(single_file, with_a_malformed_value_is_refused_with_file_and_line) {
  struct {
    const char *directive, *sentence;
  } const rows[] = {
      {"name Hello World", "\"Hello World\" is no name. Write words of a-z and 0-9"},
      {"name", "\"\" is no name."},
      {"type 3d", "\"3d\" is no type. Write the name of a C++ type, as in acme::greeter."},
      {"kind featrue", "\"featrue\" is no kind. Write feature or implementation; the nearest is feature."},
      {"version 1.0", "\"1.0\" is no version. Write three numbers, as in 1.2.3."},
      {"priority soon", "\"soon\" is no priority. Write a whole number, as in -10; lower starts earlier."},
      {"priority 3 4", "\"3 4\" is no priority."},
      {"needs http 1", "\"http 1\" is no needs. Write names, each with the versions that will do or without"},
      {"needs http,", "\"http,\" is no needs."},
  };
  for (const auto& [directive, sentence] : rows)
    expect_refused(std::string("//@extension ") + directive + "\n" + body,
                   std::string("extensions/hello.hpp:1: ") + sentence);
}

TEST_F(single_file, without_its_type_or_with_no_name_is_refused) {
  expect_refused("#pragma once\nstruct helo {};\n",
                 "extensions/hello.hpp:1: there is no type hello in this file. In line 2 there is helo: rename it, or "
                 "write //@extension "
                 "type helo at the top of the file.");
  expect_refused("//@extension version 1.0.0\n//@extension type acme::hallo\n" + body,
                 "extensions/hello.hpp:2: there is no type acme::hallo in this file. In line 5 there is hello");
  expect_refused("// struct hello {};\n",
                 "there is no type hello in this file. Call the extension's type so, or name it");
  expect_refused(
      "struct base {};\nusing hello = base;\n",
      "extensions/hello.hpp:2: the build finds no definition of hello in this file that it could put a manifest into.");
  expect_refused(
      "namespace other { struct x { int a{}; }; }\nnamespace acme { inline namespace v1 {\nstruct hello {\n};\n}}\n",
      "extensions/hello.hpp:3: hello stands in a namespace. Write //@extension type acme::hello at the top of the "
      "file");
  // A class is a member of itself: the framework would take this one for its own list.
  expect_refused("//@extension name hello\n//@extension type acme::exports\nnamespace acme { struct exports {}; }\n",
                 "extensions/hello.hpp:3: the type of an extension cannot be called exports: the framework looks for a "
                 "member of that name in it, and a class is a member of itself. Call it otherwise, as in "
                 "exports_extension, and write //@extension type exports_extension at the top of the file. The same "
                 "holds for answers, call,");
  // A comment of any length is skipped, and what only looks like one is none.
  std::string long_comment = "/*";
  for (int i = 0; i < 20000; ++i) long_comment += " ** a word of many\n";
  tree.write("extensions/hello.hpp", long_comment + "*/\nconst char* all = \"*/*\";\nstruct hello {};\n");
  expect_success(tree.configure());
  fs::remove(tree.path() / "extensions/hello.hpp");
  tree.write("extensions/HelloWorld.hpp", "struct HelloWorld {};\n");
  expect_failure(tree.configure(), "extensions/HelloWorld.hpp: \"HelloWorld\" is not a name for an extension.");
  expect_says(tree.configure(), "at most 62 characters long, as in hello_world.");
  // With a name that it says, the file may be called as it likes.
  tree.write("extensions/HelloWorld.hpp", "//@extension name hello_world\nstruct HelloWorld {};\n");
  expect_success(tree.configure());
}

}  // namespace

}  // namespace build_test
