// Where extensions are looked for, what counts as one, and what is refused rather than left out in silence.
#include "expect.hpp"

namespace build_test {

namespace {

namespace fs = std::filesystem;

class search_path : public testing::Test {
 protected:
  scratch_tree tree{};

  void SetUp() override { program("EXTENSIONS * IMPL NONE"); }
  void program(const std::string& arguments) const { tree.write_listing_backend(arguments); }
  void folder(const std::string& path, const std::string& name, const std::string& version = "1.0.0") const {
    tree.write(path + "/" + name + ".hpp", "#pragma once\n#include \"tenon/extension.hpp\"\nstruct " + name +
                                               " {\n  static constexpr auto manifest = tenon::manifest{.name = \"" +
                                               name + "\", .version = \"" + version + "\"};\n};\n");
  }
  // Configures after DO_IT, expects the sentence, and takes back what stands at PATH.
  void refused(const std::string& path, const std::string& do_it, const std::string& sentence) const {
    expect_success(tree.sh(do_it));
    expect_failure(tree.configure(), sentence);
    fs::remove_all(tree.path() / path);
  }
};

TEST_F(search_path, folders_files_and_links_are_found_whether_header_only_or_compiled) {
  folder("extensions/headers", "headers");
  folder("elsewhere/linked", "linked", "2.0.0");
  tree.write("elsewhere/single.hpp", "struct single {};\n");
  folder("extensions/compiled", "compiled");
  tree.write("extensions/compiled/compiled.hpp",
             text_of_file(tree.path() / "extensions/compiled/compiled.hpp") + "const char* spoken();\n");
  tree.write("extensions/compiled/words.cpp",
             "const char* spoken();\nconst char* spoken() { return \"from a library\"; }\n");
  tree.write("extensions/compiled/third_party/words.cpp", "#error\n");
  tree.write("extensions/compiled/.cache/words.cpp", "#error\n");
  // A relative link counts from where it lies, and its name is what counts.
  fs::create_directories(tree.path() / "mods/mods_enabled");
  fs::create_symlink("../../elsewhere/linked", tree.path() / "mods/mods_enabled/linked");
  fs::create_symlink(tree.path() / "elsewhere/single.hpp", tree.path() / "mods/mods_enabled/alone.hpp");
  tree.write("elsewhere/single.hpp", "struct alone {};\n");
  expect_success(tree.configure());
  expect_says(tree.build_and_run(), "[alone 1.0.0] [compiled 1.0.0] [headers 1.0.0] [linked 2.0.0]");

  // What comes and goes later, the build sees by itself.
  tree.write("extensions/later.hpp", "struct later {};\n");
  expect_says(tree.build_and_run(), "[headers 1.0.0] [later 1.0.0] [linked 2.0.0]");
  folder("extensions/folder_too", "folder_too");
  expect_says(tree.build_and_run(), "[compiled 1.0.0] [folder_too 1.0.0] [headers 1.0.0]");
  tree.write("extensions/later.hpp", "//@extension version 1.1.0\nstruct later {};\n");
  expect_says(tree.build_and_run(), "[later 1.1.0]");
  fs::remove(tree.path() / "extensions/later.hpp");
  fs::remove_all(tree.path() / "extensions/folder_too");
  fs::remove(tree.path() / "mods/mods_enabled/linked");
  expect_says(tree.build_and_run(), "[alone 1.0.0] [compiled 1.0.0] [headers 1.0.0]");
  EXPECT_EQ(tree.build_and_run().output.find("linked"), std::string::npos);

  // Those that the build names, and no other.
  program("EXTENSIONS ${TENON_EXTENSIONS} IMPL NONE");
  expect_success(tree.configure("-DTENON_EXTENSIONS=headers"));
  expect_says(tree.build_and_run(), "[headers 1.0.0]");
  EXPECT_EQ(tree.build_and_run().output.find("[compiled"), std::string::npos);
}

TEST_F(search_path, the_tests_of_either_kind_are_run) {
  fs::copy(TENON_SOURCE_DIR "/tests/CMakeLists.txt", tree.path() / "tests/CMakeLists.txt",
           fs::copy_options::overwrite_existing);
  folder("extensions/headers", "headers");
  folder("extensions/compiled", "compiled");
  tree.write("extensions/compiled/words.cpp", "const char* spoken();\nconst char* spoken() { return \"spoken\"; }\n");
  tree.write("extensions/headers/tests/headers_test.cpp",
             "#include <gtest/gtest.h>\n#include \"../headers.hpp\"\nTEST(headers, know_their_name) { "
             "EXPECT_EQ(headers::manifest.name, "
             "\"headers\"); }\n");
  tree.write("extensions/compiled/tests/compiled_test.cpp",
             "#include <gtest/gtest.h>\nconst char* spoken();\nTEST(compiled, speaks) { EXPECT_STREQ(spoken(), "
             "\"spoken\"); }\n");
  expect_success(tree.sh(
      "cmake --preset local -DTENON_TESTS=ON && cmake --build build/local --target test_headers test_compiled"));
  const outcome ran = tree.sh("ctest --preset local");
  expect_says(ran, "test_headers.headers.know_their_name");
  expect_says(ran, "test_compiled.compiled.speaks");
  expect_says(ran, "100% tests passed, 0 tests failed out of 2");
}

TEST_F(search_path, what_was_meant_as_an_extension_and_is_none_is_refused) {
  expect_success(tree.configure());
  refused("extensions/hollow", "mkdir extensions/hollow",
          "extensions/hollow is an empty folder. Put the extension's entry hollow.hpp into it, or remove it.");
  refused("extensions/hollow", "mkdir -p extensions/hollow/tests extensions/hollow/.git",
          "extensions/hollow is an empty folder.");
  refused("extensions/no-entry", "mkdir extensions/no-entry && echo >extensions/no-entry/no_entri.hpp",
          "The extension no-entry has no entry: extensions/no-entry holds neither no_entry.hpp nor main.hpp; the "
          "nearest is no_entri.hpp.");
  refused("mods", "mkdir -p mods/mods_enabled && ln -s ../mods_available/gone mods/mods_enabled/gone",
          "mods/mods_enabled/gone is a link to ../mods_available/gone, which is not there. Mend the link");
  refused("extensions/stray.cpp", "echo >extensions/stray.cpp",
          "extensions/stray.cpp would not be part of anything: an extension is a file stray.hpp, or a folder stray");
  refused("extensions/tenon.hpp", "echo 'struct tenon {};' >extensions/tenon.hpp",
          "extensions/tenon.hpp: an extension cannot be called tenon, which is the name of something else here.");
  refused("extensions/My Folder", "mkdir 'extensions/My Folder' && echo >'extensions/My Folder/main.hpp'",
          "extensions/My Folder: \"My Folder\" is not a name for an extension.");
}

TEST_F(search_path, a_folder_whose_entry_is_about_something_else_is_refused_with_file_and_line) {
  expect_success(tree.configure());
  folder("extensions/right", "wrong");
  refused("extensions/right/nothing", "mv extensions/right/wrong.hpp extensions/right/right.hpp",
          "extensions/right/right.hpp:4: the manifest says that this is wrong, but the extension is found as right. "
          "Write .name = "
          "\"right\", or rename the folder.");
  struct {
    const char *entry, *sentence;
  } const rows[] = {
      {"struct rigth {};\n",
       "extensions/right/right.hpp:1: there is no type right here, which is what the extension right would be; the "
       "nearest is rigth."},
      {"// struct right\nnamespace right {}\nconst char* text = \"struct right {}\";\n", "there is no type right here"},
      {"#pragma once\n//@extension priority 3\nstruct right {};\n",
       "extensions/right/right.hpp:2: directives are for an extension that is a single file; this one is a folder. "
       "Write the fact in "
       "the manifest, as .priority = ..., and take this line out."},
      {"//@extension name right\nstruct right {};\n", "in the name of the folder and in the manifest, as .name = ..."},
      {"//@extension kind feature\nstruct right {};\n",
       "in a CMakeLists.txt beside this file, as KIND of tenon_add_extension()"},
      {"//@extension type right\nstruct right {};\n", "as TYPE of tenon_add_extension()"},
      {"/// @extension priority 3\nstruct right {};\n",
       "right.hpp:1: directives are for an extension that is a single"},
  };
  for (const auto& [entry, sentence] : rows) {
    tree.write("extensions/right/right.hpp", entry);
    expect_failure(tree.configure(), sentence);
  }
  tree.write("extensions/right/right.hpp", "namespace acme {\nstruct right {};\n}\n");
  expect_failure(
      tree.configure(),
      "extensions/right/right.hpp:2: right stands in a namespace. Say so in a CMakeLists.txt beside this file: "
      "tenon_add_extension(right TYPE acme::right), or take it out of there.");
  tree.write("extensions/right/CMakeLists.txt", "tenon_add_extension(right TYPE acme::right)\n");
  expect_success(tree.configure());
  tree.write("extensions/right/CMakeLists.txt", "tenon_add_extension(right TYPE routes)\n");
  tree.write("extensions/right/right.hpp", "#pragma once\nstruct routes {};\n");
  expect_failure(tree.configure(),
                 "extensions/right/right.hpp:2: the type of an extension cannot be called routes: the framework looks "
                 "for a member of that name in it, and a class is a member of itself. Call it otherwise, as in "
                 "routes_extension, and say so in a CMakeLists.txt beside this file: tenon_add_extension(right TYPE "
                 "routes_extension).");
  fs::remove(tree.path() / "extensions/right/CMakeLists.txt");
  // A type may stand in a file of the folder that the entry includes, or come out of a macro.
  tree.write("extensions/right/right.hpp", "#include \"deeper/real.hpp\"\n");
  tree.write("extensions/right/deeper/real.hpp", "struct right {};\n");
  expect_success(tree.configure());
  fs::remove_all(tree.path() / "extensions/right/deeper");
  tree.write("extensions/right/right.hpp", "#define MAKE(x, y) struct y {};\nMAKE(1, right)\n");
  expect_success(tree.configure());
}

TEST_F(search_path, folders_that_are_named_have_to_be_there) {
  program("IMPL NONE");
  const auto config = [&](const std::string& text) { tree.write("config/extensions.json", text); };
  expect_failure(
      tree.configure("-DTENON_EXTENSION_DIRS=extension"),
      "-DTENON_EXTENSION_DIRS names the folder " + (tree.path() / "extension").string() +
          ", which is not there; the nearest is extensions. Correct the path, make the folder, or take it out.");
  expect_failure(tree.configure("-DTENON_EXTENSION_DIRS=README.md;extensions/local/local.hpp"), "which is not there");
  expect_failure(tree.configure("-DTENON_EXTENSION_DIRS=extensions/local/local.hpp"), "which is no folder");
  expect_success(tree.configure("\"-DTENON_EXTENSION_DIRS=extensions;extensions/\""));
  config(R"({"mod_directories": ["{repo}/mods/mods_enabled", "{repo}/extensoins"]})");
  expect_failure(tree.configure("-UTENON_EXTENSION_DIRS"),
                 "config/extensions.json:1: mod_directories names the folder");
  config("{\n\"mod_directories\": [\"{source}/extensions\"]}");
  expect_failure(tree.configure(),
                 "config/extensions.json:2: mod_directories knows no {source}. Write {repo} for the root of the tree");
  config("{\"mod_directories\": [],\n \"mod_directory\": []}");
  expect_failure(tree.configure(), "config/extensions.json:2: \"mod_directory\" is nothing that the build reads here.");
  config(R"({"mod_directories": "extensions"})");
  expect_failure(tree.configure(),
                 "config/extensions.json does not say where extensions are: mod_directories is no list.");
  config("{");
  expect_failure(tree.configure(), "config/extensions.json does not say where extensions are");
  config(R"({"mod_directories": ["{repo}/mods/mods_enabled", "extensions"]})");
  expect_success(tree.configure());
}

TEST_F(search_path, a_name_that_is_nowhere_is_answered_with_the_nearest) {
  folder("extensions/greeter", "greeter");
  program("EXTENSIONS greter IMPL NONE");
  expect_failure(tree.configure(), "There is no extension greter; the nearest is \"greeter\": none of these folders");
  program("EXTENSIONS ${TENON_EXTENSIONS} IMPL NONE");
  expect_failure(tree.configure("-DTENON_EXTENSIONS=greter"),
                 "There is no extension greter; the nearest is \"greeter\"");
  program("EXTENSIONS greeter IMPL extension_impl");
  expect_failure(tree.configure("-DTENON_EXTENSION_IMPL=lcoal"),
                 "There is no extension lcoal; the nearest is \"local\"");
  program("EXTENSIONS path:../../extensions/gretter IMPL NONE");
  expect_failure(tree.configure("-DTENON_EXTENSION_IMPL=local"), "extensions/gretter; the nearest is greeter.");
}

TEST_F(search_path, a_name_that_is_there_twice_is_refused_and_renaming_one_cures_it) {
  folder("extensions/foo", "foo", "1.0.0");
  tree.write("extensions/foo/same.cpp", "namespace foo_words { const char* spoken() { return \"first\"; } }\n");
  folder("mods/mods_enabled/foo", "foo", "2.0.0");
  expect_failure(
      tree.configure(),
      "Two extensions are called foo: mods/mods_enabled/foo and extensions/foo. Give one of them another name, as in "
      "-DTENON_EXTENSION_RENAME=\"mods/mods_enabled/foo=foo_two\", or take one of them off TENON_EXTENSION_DIRS.");
  // The cure works to the letter, although both call their types and functions alike.
  tree.write("mods/mods_enabled/foo/foo.hpp", R"(#pragma once
#include <vector>
#include "tenon/extension.hpp"
#include "foo_words.hpp"
struct foo {
  static constexpr auto manifest =
      tenon::manifest{.name = "foo", .version = "2.0.0"};
};
)");
  tree.write("mods/mods_enabled/foo/foo_words.hpp",
             "#ifndef FOO_WORDS\n#define FOO_WORDS\n#include <string>\n"
             "namespace foo_words { const char* spoken(); }\n#endif\n");
  tree.write("mods/mods_enabled/foo/words.cpp",
             "#include \"foo.hpp\"\n"
             "namespace foo_words { const char* spoken() { return foo::manifest.name.data(); } }\n");
  tree.write("mods/mods_enabled/foo/tests/foo_test.cpp", "#error\n");
  expect_success(tree.configure("\"-DTENON_EXTENSION_RENAME=mods/mods_enabled/foo=foo_two\""));
  expect_says(tree.build_and_run(), "[foo 1.0.0] [foo_two 2.0.0]");
  // Whoever writes on in it is told of their own lines.
  tree.write("mods/mods_enabled/foo/words.cpp", "#include \"foo.hpp\"\n\nmistake\n");
  expect_failure(tree.build_and_run(), "mods/mods_enabled/foo/words.cpp:3:1: error: ");

  // So it does for single files, with a manifest or without, and for a folder with a build file.
  fs::remove_all(tree.path() / "mods/mods_enabled/foo");
  tree.write("mods/mods_enabled/foo.hpp",
             "\n//@extension version 3.0.0\n#pragma once\n#include <vector>\nstruct foo {};\n");
  expect_success(tree.configure());
  expect_says(tree.build_and_run(), "[foo 1.0.0] [foo_two 3.0.0]");
  tree.write("mods/mods_enabled/foo.hpp",
             "#pragma once\n#include \"tenon/extension.hpp\"\nstruct foo {\n  static constexpr tenon::manifest "
             "manifest{.name = \"foo\", .version = \"4.0.0\"};\n};\n");
  expect_says(tree.build_and_run(), "[foo 1.0.0] [foo_two 4.0.0]");
  fs::remove(tree.path() / "mods/mods_enabled/foo.hpp");
  folder("mods/mods_enabled/foo", "foo", "5.0.0");
  tree.write("mods/mods_enabled/foo/CMakeLists.txt", "tenon_add_extension(foo KIND feature)\n");
  expect_success(tree.configure());
  expect_says(tree.build_and_run(), "[foo 1.0.0] [foo_two 5.0.0]");
}

TEST_F(search_path, one_identifier_is_one_extension_and_a_rename_has_to_fit) {
  tree.write("extensions/two-joints/two_joints.hpp", "struct two_joints {};\n");
  tree.write("extensions/two.joints.hpp", "struct two_joints {};\n");
  expect_failure(
      tree.configure(),
      "Two extensions have the identifier two_joints, because _, - and . count as one: extensions/two-joints and "
      "extensions/two.joints.hpp.");
  const auto rename = [&](const std::string& text, const std::string& sentence) {
    expect_failure(tree.configure("\"-DTENON_EXTENSION_RENAME=" + text + "\""), sentence);
  };
  rename(
      "foo_two",
      "TENON_EXTENSION_RENAME holds \"foo_two\". Write a path and its new name, as in mods/mods_enabled/foo=foo_two.");
  rename("extensions/two-joints=Two", "gives extensions/two-joints the name \"Two\", which is no name.");
  rename("extensions/two-joint=two",
         "names extensions/two-joint, and there is no such extension; the nearest is two-joints.");
  rename("examples/backend=two", "names examples/backend, which does not lie in a folder of the search path.");
  rename("extensions/two.joints=two-joints", "Two extensions are called two-joints");
  rename("extensions/two-joints=two",
         "extensions/two-joints/two_joints.hpp:1: this extension cannot be renamed to two from outside, because its "
         "manifest does not "
         "say \"two-joints\" in quotes. Rename it here.");
  expect_success(tree.configure("\"-DTENON_EXTENSION_RENAME=extensions/two.joints=two\""));
}

TEST_F(search_path, what_a_program_names_by_its_path_may_be_called_like_something_found) {
  folder("extensions/greeter", "greeter", "1.0.0");
  folder("lesson", "greeter", "9.0.0");
  program("EXTENSIONS path:../../lesson/greeter.hpp IMPL NONE");
  expect_success(tree.configure());
  expect_says(tree.build_and_run(), "[greeter 9.0.0]");
  program("EXTENSIONS path:../../lesson/greeter.hpp greeter IMPL NONE");
  expect_failure(tree.configure(), "The program backend lists two extensions with the identifier greeter: ");
  tree.write("elsewhere/greeter/greeter.hpp", "struct greeter {};\n");
  tree.write("elsewhere/greeter/contract.hpp", "#pragma once\n");
  program("EXTENSIONS path:../../elsewhere/greeter IMPL NONE");
  expect_failure(tree.configure(), "would be <tenon/contract/greeter.hpp>, and ");
  // What is listed stands; * adds the rest, and says what it leaves out.
  folder("extensions/other_one", "other_one");
  program("EXTENSIONS path:../../lesson/greeter.hpp * IMPL NONE");
  const outcome configured = tree.configure();
  expect_success(configured);
  expect_says(configured,
              "extensions/greeter is not in the program backend: * leaves it out, because the program lists another "
              "greeter, lesson/greeter.hpp. To have both, give it another name, as in "
              "-DTENON_EXTENSION_RENAME=\"extensions/greeter=greeter_two\", or rename one of them; else take one of "
              "them away.");
  expect_says(tree.build_and_run(), "[greeter 9.0.0] [other_one 1.0.0]");
  // The cure works to the letter; and one that is listed and found is the same, and in it.
  const outcome cured = tree.configure("\"-DTENON_EXTENSION_RENAME=extensions/greeter=greeter_two\"");
  EXPECT_EQ(cured.output.find("leaves it out"), std::string::npos) << cured.output;
  expect_says(tree.build_and_run(), "[greeter 9.0.0] [greeter_two 1.0.0] [other_one 1.0.0]");
  program("EXTENSIONS path:../../extensions/greeter * IMPL NONE");
  const outcome same = tree.configure("-UTENON_EXTENSION_RENAME");
  expect_success(same);
  EXPECT_EQ(same.output.find("leaves it out"), std::string::npos) << same.output;
}

}  // namespace

}  // namespace build_test
