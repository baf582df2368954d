// Who gets what by importing it, as the build says: TENON_IMPORT_MAP, and REDIRECT of a program.
#include "expect.hpp"

namespace build_test {

namespace {

class redirecting : public testing::Test {
 protected:
  scratch_tree tree{};

  void SetUp() override {
    for (const char* name : {"data", "data_cluster", "data_disk"}) exporter(name);
    tree.write("extensions/notes.hpp", R"(//@extension needs data 1.x.x
#pragma once
#include <cstdio>
#include <tenon/extension.hpp>
struct notes {
  void on_start(auto& ctx) {
    using namespace tenon::literals;
    std::printf("notes are kept by %s\n", ctx.import("data"_ext));
  }
};
)");
    tree.write("examples/backend/main.cpp",
               "#include <tenon/composition.hpp>\nint main() { return tenon::composition{}.start() ? 0 : 1; }\n");
    program("EXTENSIONS *");
  }
  void exporter(const std::string& name) const {
    tree.write("extensions/" + name + ".hpp", "#pragma once\n#include <tenon/extension.hpp>\nstruct " + name +
                                                  " {\n  using exports = const char*;\n  const char*& exported() { "
                                                  "return own; }\n  const char* own = \"" +
                                                  name + "\";\n};\n");
  }
  void program(const std::string& arguments) const {
    tree.write("examples/backend/CMakeLists.txt", "tenon_add_program(backend SOURCES main.cpp " + arguments + ")\n");
  }
  void expect_refused(const std::string& map, const std::string& sentence) const {
    expect_failure(tree.configure("\"-DTENON_IMPORT_MAP=" + map + "\""), sentence);
  }
};

TEST_F(redirecting, is_done_by_a_variable_of_the_build_and_by_a_program_and_the_build_wins) {
  expect_success(tree.configure());
  expect_says(tree.build_and_run(), "notes are kept by data ");
  expect_success(tree.configure("-DTENON_IMPORT_MAP=data=data_cluster"));
  expect_says(tree.build_and_run(), "notes are kept by data_cluster ");
  program("EXTENSIONS * REDIRECT data=data_disk");
  expect_success(tree.configure());
  expect_says(tree.build_and_run(), "notes are kept by data_cluster ");
  expect_success(tree.configure("-UTENON_IMPORT_MAP"));
  expect_says(tree.build_and_run(), "notes are kept by data_disk ");
}

TEST_F(redirecting, leaves_programs_alone_that_do_not_hold_the_target) {
  tree.write("examples/small/CMakeLists.txt", "tenon_add_program(small SOURCES main.cpp EXTENSIONS notes data)\n");
  tree.write("examples/small/main.cpp",
             "#include <tenon/composition.hpp>\nint main() { return tenon::composition{}.start() ? 0 : 1; }\n");
  expect_success(tree.configure("-DTENON_IMPORT_MAP=data=data_cluster"));
  expect_says(tree.build_and_run("small"), "notes are kept by data ");
}

TEST_F(redirecting, is_refused_while_configuring_where_that_can_be_seen) {
  expect_refused("data:data_cluster", "TENON_IMPORT_MAP has \"data:data_cluster\", which is no redirect.");
  expect_refused("data=data", "TENON_IMPORT_MAP redirects data to itself.");
  expect_refused("data=data_disk;data=data_cluster", "TENON_IMPORT_MAP redirects data twice.");
  expect_refused("data=data_disk;data_disk=data",
                 "TENON_IMPORT_MAP leads in a circle: \"data=data_disk;data_disk=data\".");
  expect_refused("data=data_clutser",
                 "TENON_IMPORT_MAP has \"data=data_clutser\", and there is no extension data_clutser; the nearest is "
                 "data_cluster.");
  program("EXTENSIONS notes data");
  expect_refused("data=data_cluster", "no program holds data_cluster. Add data_cluster to TENON_EXTENSIONS");
  program("EXTENSIONS notes data data_cluster REDIRECT data=data_clutser");
  expect_failure(tree.configure("-UTENON_IMPORT_MAP"),
                 "The program backend redirects \"data=data_clutser\", and holds nothing that is called data_clutser; "
                 "the nearest is data_cluster.");
}

TEST_F(redirecting, of_a_name_that_nobody_imports_is_refused_by_the_compiler) {
  expect_success(tree.configure("-DTENON_IMPORT_MAP=dat=data_cluster"));
  expect_failure(tree.build_and_run(),
                 "dat is redirected to data_cluster, and nobody in this composition imports dat; "
                 "the nearest is data.");
}

}  // namespace

}  // namespace build_test
