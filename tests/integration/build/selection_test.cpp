// ./tenon set-extension, reset-extension and show-extension on real trees.
#include "expect.hpp"

namespace build_test {

namespace {

namespace fs = std::filesystem;

class selection : public testing::Test {
 protected:
  scratch_tree tree{};
  std::string before = text_of_file(tree.override_file());

  void expect_untouched() const { EXPECT_EQ(text_of_file(tree.override_file()), before); }
  // Which implementation the next build takes, and why, as configuring prints it.
  outcome configured(const std::string& preset = "local") const {
    return tree.sh("cmake --preset " + preset + " -DTENON_TESTS=OFF | grep 'extension_impl is'");
  }
};

TEST_F(selection, wrong_arguments_show_the_usage_and_touch_nothing) {
  for (const char* arguments : {"", "a b c", "path:", "target:", "two/words", "\"\"", "--clear", "strange:spec",
                                "'quo\"te'", "acme_keys banana", "acme_keys 1.2", "acme_keys v1.2.0",
                                "acme_keys 1.2.0.4", "acme_keys ''", "package:acme_keys@latest"}) {
    const outcome result = tree.sh(std::string("./tenon set-extension ") + arguments);
    EXPECT_EQ(result.exit_code, 2) << arguments << "\n" << result.output;
    expect_untouched();
  }
  expect_says(tree.sh("./tenon set-extension acme_keys banana"), "\"banana\" is no version: write three numbers");
  EXPECT_EQ(tree.sh("./tenon reset-extension now").exit_code, 2);
  EXPECT_EQ(tree.sh("./tenon show-extension now").exit_code, 2);
  EXPECT_FALSE(fs::exists(tree.path() / "build/.selection/tree"));
}

TEST_F(selection, what_cannot_be_found_is_refused_by_name_and_touches_nothing) {
  const outcome folder = tree.sh("./tenon set-extension nowhere");
  EXPECT_EQ(folder.exit_code, 1);
  expect_says(folder, "There is no extension nowhere");
  expect_says(folder, (tree.path() / "extensions").string());
  expect_failure(tree.sh("./tenon set-extension path:gone"), (tree.path() / "gone").string());
  expect_failure(tree.sh("./tenon set-extension target:gone"), "There is no CMake target gone");
  expect_failure(tree.sh("./tenon set-extension never_installed 1.0.0"),
                 "The package never_installed 1.0.0 is not there");
  expect_untouched();
}

TEST_F(selection, a_set_implementation_reaches_the_program_and_reset_restores_the_file_to_the_byte) {
  const outcome set = tree.sh("./tenon set-extension other");
  expect_success(set);
  expect_says(set, "extension_impl is other 1.0.0");
  expect_success(tree.configure());
  EXPECT_EQ(tree.build_and_run().output.find("extension_impl is local"), std::string::npos);
  expect_says(tree.build_and_run(), "extension_impl is other");

  expect_success(tree.sh("./tenon reset-extension"));
  expect_untouched();
  // Without configuring again: the build itself watches the override.
  expect_says(tree.build_and_run(), "extension_impl is local");
  expect_says(tree.sh("./tenon reset-extension"), "no override is set");
}

TEST_F(selection, a_second_set_replaces_the_first_entirely) {
  scratch_tree::write_implementation(tree.beside("elsewhere/third"), "third");
  expect_success(tree.sh("cd ../elsewhere && ../tree/tenon set-extension path:third"));
  const std::string first = text_of_file(tree.override_file());
  EXPECT_NE(first.find(tree.beside("elsewhere/third").string()), std::string::npos) << first;
  expect_says(configured(), "extension_impl is third 1.0.0");
  expect_success(tree.sh("./tenon set-extension target:tenon_ext_other"));
  EXPECT_EQ(text_of_file(tree.override_file()).find("third"), std::string::npos);
  expect_says(
      configured(),
      "extension_impl is other 1.0.0, from target tenon_ext_other (selected by config/extension_overrides.cmake");
}

TEST_F(selection, a_preset_that_is_about_an_implementation_ignores_the_override_and_says_so) {
  expect_success(tree.sh("./tenon set-extension other"));
  const outcome none = configured("none");
  expect_says(none, "extension_impl is none 1.0.0");
  expect_says(none, "the override other is left out, because TENON_USE_OVERRIDE is OFF");
  const outcome shown = tree.sh("./tenon show-extension");
  EXPECT_EQ(shown.exit_code, 0);
  expect_says(shown, "override: other (config/extension_overrides.cmake)");
  expect_says(shown, "preset local: other");
  expect_says(shown, "preset none: none (as last configured: extension_impl is none 1.0.0");
}

TEST_F(selection,
       an_implementation_that_lacks_an_operation_it_claims_is_refused_by_the_compiler_before_anything_is_written) {
  tree.write("extensions/broken/broken.hpp", R"(#pragma once
#include "tenon/extension.hpp"
#include "tenon/testing/api_key_provider_archetype.hpp"
struct claims_too_much : tenon::testing::api_key_provider_archetype {
  using api_key_provider_archetype::api_key_provider_archetype;
  static constexpr tenon::api_key_capabilities capabilities{tenon::api_key_capability::revoke};
};
struct broken {
  static constexpr auto manifest = tenon::manifest{.name = "broken", .version = "1.0.0", .core = true};
  claims_too_much api_key{[] { return tenon::timestamp(); }};
};
)");
  const outcome set = tree.sh("./tenon set-extension broken");
  EXPECT_EQ(set.exit_code, 1);
  expect_says(set, "capability_without_operation");
  expect_says(set, "broken is not selected, everything is as it was");
  expect_untouched();
}

TEST_F(selection, a_feature_cannot_stand_behind_extension_impl) {
  tree.write("extensions/ornament/ornament.hpp", "struct ornament { static constexpr auto manifest = 0; };\n");
  tree.write("extensions/ornament/CMakeLists.txt", "tenon_add_extension(ornament KIND feature)\n");
  expect_failure(tree.sh("./tenon set-extension ornament"), "is a feature");
  expect_untouched();
}

// Killed without a chance to clean up: before the new file is renamed, and right after.
TEST_F(selection, a_set_that_is_killed_leaves_the_old_or_the_new_selection_whole) {
  write(tree.beside("tools/mv"), "#!/bin/sh\nkill -KILL $PPID\n");
  expect_success(tree.sh("chmod +x ../tools/mv"));
  EXPECT_NE(tree.sh("PATH=" + tree.beside("tools").string() + ":$PATH ./tenon set-extension other").exit_code, 0);
  expect_untouched();
  expect_says(configured(), "extension_impl is local");

  write(tree.beside("tools/mv"), "#!/bin/sh\n/bin/mv \"$@\"\nkill -KILL $PPID\n");
  EXPECT_NE(tree.sh("PATH=" + tree.beside("tools").string() + ":$PATH ./tenon set-extension other").exit_code, 0);
  expect_says(configured(), "extension_impl is other");
  EXPECT_NE(tree.sh("PATH=" + tree.beside("tools").string() + ":$PATH ./tenon reset-extension").exit_code, 0);
  expect_untouched();

  // What the killed ones left behind is cleared away by the next.
  expect_success(tree.sh("./tenon set-extension other && ./tenon reset-extension"));
  for (const fs::directory_entry& one : fs::directory_iterator(tree.path() / "config"))
    EXPECT_FALSE(one.path().filename().string().starts_with(".extension_overrides")) << one.path();
}

TEST_F(selection, a_full_disk_or_a_read_only_tree_leaves_the_selection_as_it_was) {
  write(tree.beside("tools/cp"), "#!/bin/sh\nprintf half >\"$2\"\nexit 1\n");
  const outcome set =
      tree.sh("chmod +x ../tools/cp && PATH=" + tree.beside("tools").string() + ":$PATH ./tenon set-extension other");
  EXPECT_EQ(set.exit_code, 1);
  expect_says(set, "cannot be written; the selection is as it was");
  expect_untouched();
  EXPECT_EQ(tree.sh("ls -A config | grep -c '^[.]extension' ").output, "0\n");
}

}  // namespace

}  // namespace build_test
