// What tenon_add_extension and tenon_add_program make, and what they refuse.
#include "expect.hpp"

namespace build_test {

namespace {

namespace fs = std::filesystem;

class composing : public testing::Test {
 protected:
  scratch_tree tree{};

  void feature(const std::string& folder, const std::string& type, const std::string& more = "",
               const std::string& name = "") const {
    tree.write(folder, "#pragma once\n#include \"tenon/extension.hpp\"\nstruct " + type +
                           " { static constexpr auto manifest = tenon::manifest{.name = \"" +
                           (name.empty() ? type : name) + "\", .version = \"1.0.0\"}; " + more + " };\n");
  }
  void program(const std::string& arguments) const {
    tree.write("examples/backend/CMakeLists.txt", "tenon_add_program(backend SOURCES main.cpp " + arguments + ")\n");
  }
};

TEST_F(composing, an_extension_is_a_folder_without_any_build_file) {
  tree.write("extensions/greeter/main.hpp", R"(#pragma once
#include "tenon/extension.hpp"
const char* greeting();
struct greeter { static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"}; };
)");
  tree.write("extensions/greeter/words.cpp",
             "const char* greeting();\nconst char* greeting() { return \"hello from a library\"; }\n");
  tree.write("extensions/greeter/tests/broken.cpp", "left out");
  tree.write("extensions/greeter/.hidden.cpp", "left out");
  tree.write("examples/backend/main.cpp",
             "#include <cstdio>\n#include <tenon/composition.hpp>\nint main() { std::puts(greeting()); }\n");
  program("EXTENSIONS greeter IMPL extension_impl");
  expect_success(tree.configure());
  expect_says(tree.build_and_run(), "hello from a library");
  // A file that comes later is found by the build itself.
  tree.write("extensions/greeter/later.cpp", "this does not compile");
  EXPECT_NE(tree.build_and_run().exit_code, 0);
}

TEST_F(composing, a_header_alone_and_a_folder_of_mods_are_extensions_too) {
  feature("mods/mods_enabled/single.hpp", "single");
  feature("mods/mods_enabled/second/second.hpp", "second");
  program("EXTENSIONS single second IMPL NONE");
  expect_success(tree.configure());
  const std::string composition =
      text_of_file(tree.path() / "build/local/generated/programs/backend/tenon/composition.hpp");
  EXPECT_NE(composition.find("basic_app<composition, ::single, ::second>"), std::string::npos) << composition;
}

TEST_F(composing, bad_names_kinds_and_folders_are_refused_in_a_sentence) {
  feature("extensions/Wrong/Wrong.hpp", "Wrong");
  feature("extensions/Wrong/main.hpp", "Wrong");
  expect_failure(tree.configure(), "\"Wrong\" is not a name for an extension");
  fs::remove_all(tree.path() / "extensions/Wrong");

  feature("extensions/two-joints/two_joints.hpp", "two_joints", "", "two-joints");
  tree.write("extensions/two-joints/CMakeLists.txt", "tenon_add_extension(two-joints KIND ornament)\n");
  expect_failure(tree.configure(), "KIND is \"ornament\"");
  tree.write("extensions/two-joints/CMakeLists.txt", "tenon_add_extension(two-joints COLOUR blue)\n");
  expect_failure(tree.configure(), "\"COLOUR;blue\" is not understood");
  tree.write("extensions/two-joints/CMakeLists.txt", "tenon_add_extension(two-joints VERSION 2.0.0)\n");
  expect_failure(tree.configure(), "VERSION is 2.0.0, but the manifest in");
  tree.write("extensions/two-joints/CMakeLists.txt", "# nothing\n");
  expect_failure(tree.configure(), "does not make the extension two-joints");
  fs::remove_all(tree.path() / "extensions/two-joints");

  program("EXTENSIONS missing IMPL NONE");
  expect_failure(tree.configure(), "There is no extension missing");
  program("EXTENSIONS local IMPL NONE");
  expect_failure(tree.configure(), "is an implementation: it can only be the program's IMPL");
  program("IMPL local IMPL other");
  expect_failure(tree.configure(), "A program has one IMPL");
  program("IMPL local other");
  expect_failure(tree.configure(), "A program has one IMPL");
}

TEST_F(composing, a_bundle_goes_into_one_program_that_is_there_and_only_where_the_tool_is) {
  const std::string program = "tenon_add_program(backend SOURCES main.cpp IMPL extension_impl EXTENSIONS only)\n";
  feature("extensions/only.hpp", "only");
  tree.write("examples/backend/bundle/app/index.html", "");
  const auto refused = [&](const std::string& calls, const std::string& why) {
    tree.write("examples/backend/CMakeLists.txt", calls);
    expect_failure(tree.configure(), why);
  };
  refused("tenon_add_bundle(backend bundle)\n" + program, "backend is no program that is known here");
  refused(program + "tenon_add_bundle(backend bundel)\n", "bundel is no folder");
  refused(program + "tenon_add_bundle(backend bundle)\n", "this build has no tool that looks through bundles");
  refused(program + "tenon_add_bundle(backend bundle)\ntenon_add_bundle(backend .)\n", "backend has a bundle, bundle");
  refused(program + "tenon_add_bundle(backend bundle STRICT)\n", "\"STRICT\" is not understood");
}

TEST_F(composing, a_program_without_an_implementation_is_told_so_where_it_asks_for_one) {
  program("IMPL NONE");
  tree.write("examples/backend/main.cpp", "#include <tenon/extension_impl.hpp>\nint main() {}\n");
  expect_success(tree.configure());
  expect_failure(
      tree.build_and_run(),
      "The program backend has no implementation behind extension_impl: give tenon_add_program(backend) an IMPL.");
}

TEST_F(composing, a_second_implementation_in_a_program_is_refused_by_cmake) {
  program("IMPL extension_impl LINK tenon_ext_other");
  const outcome direct = tree.configure();
  expect_failure(direct, "The program backend links 2 implementations");
  feature("extensions/go_between/go_between.hpp", "go_between");
  tree.write("extensions/go_between/CMakeLists.txt", "tenon_add_extension(go_between LINK tenon_ext_other)\n");
  program("EXTENSIONS go_between IMPL extension_impl");
  expect_failure(tree.configure(), "The program backend links 2 implementations");
}

TEST_F(composing, a_second_implementation_that_cmake_cannot_see_is_refused_by_the_linker) {
  program("IMPL extension_impl LINK $<1:tenon_ext_other>");
  expect_success(tree.configure());
  expect_failure(tree.build_and_run(),
                 "this_program_links_two_implementations__select_exactly_one_with_TENON_EXTENSION_IMPL");
}

TEST_F(composing, a_host_cannot_include_an_implementation_or_any_extension) {
  expect_success(tree.configure());
  for (const char* include : {"<local.hpp>", "<local/local.hpp>", "\"extensions/local/local.hpp\"", "\"other.hpp\""}) {
    tree.write("examples/backend/main.cpp", std::string("#include ") + include + "\nint main() {}\n");
    expect_failure(tree.build_and_run(), "No such file or directory");
  }
}

TEST_F(composing, a_contract_is_all_that_others_see_of_an_extension) {
  feature("extensions/giver/giver.hpp", "giver");
  tree.write("extensions/giver/contract.hpp",
             "#pragma once\nnamespace giver_contract { inline constexpr int answer = 42; }\n");
  tree.write("examples/backend/main.cpp",
             "#include <cstdio>\n#include <tenon/contract/giver.hpp>\nint main() { std::printf(\"%d\\n\", "
             "giver_contract::answer); }\n");
  program("EXTENSIONS giver IMPL NONE");
  expect_success(tree.configure());
  expect_says(tree.build_and_run(), "42");
  fs::remove(tree.path() / "extensions/giver/contract.hpp");
  expect_success(tree.configure());
  expect_failure(tree.build_and_run(), "tenon/contract/giver.hpp");
}

TEST_F(composing, a_variable_of_the_build_reaches_a_manifest) {
  feature("extensions/base/base.hpp", "base");
  tree.write("extensions/picky/picky.hpp", R"(#pragma once
#include "tenon/extension.hpp"
struct picky {
  static constexpr auto manifest = tenon::manifest{.name = "picky", .version = "1.0.0", .needs = {{"base", tenon::build_var<"base_versions">}}};
};
)");
  program("EXTENSIONS base picky IMPL extension_impl");
  expect_success(tree.configure("-DTENON_VAR_BASE_VERSIONS=1.x.x"));
  expect_success(tree.build_and_run());
  expect_success(tree.configure("-DTENON_VAR_BASE_VERSIONS=2.x.x"));
  expect_failure(tree.build_and_run(), "version_mismatch");
}

TEST_F(composing, the_project_of_somebody_else_keeps_its_own_flags) {
  write(tree.beside("consumer/CMakeLists.txt"), R"(cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES CXX)
add_subdirectory(../tree tenon)
get_directory_property(tests TESTS)
if(CMAKE_CXX_FLAGS OR CMAKE_RUNTIME_OUTPUT_DIRECTORY OR CMAKE_BUILD_TYPE OR tests OR TARGET backend)
  message(FATAL_ERROR "changed: ${CMAKE_CXX_FLAGS} ${CMAKE_RUNTIME_OUTPUT_DIRECTORY} ${CMAKE_BUILD_TYPE} ${tests}")
endif()
tenon_add_program(mine SOURCES main.cpp IMPL other)
)");
  write(tree.beside("consumer/main.cpp"),
        "#include <tenon/extension_impl.hpp>\nint main() { int unused; tenon::extension_impl impl; return 0; }\n");
  expect_success(
      run("cmake -S . -B build -G Ninja -DCMAKE_EXPORT_COMPILE_COMMANDS=ON && cmake --build build --target mine",
          tree.beside("consumer")));
  const std::string commands = text_of_file(tree.beside("consumer/build/compile_commands.json"));
  const std::string::size_type own = commands.find("main.cpp.o -c");
  ASSERT_NE(own, std::string::npos);
  for (const char* flag : {"-Wall", "-Werror", "-O2", "-ffunction-sections"})
    EXPECT_EQ(commands.find(flag), std::string::npos) << flag;
}

}  // namespace

}  // namespace build_test
