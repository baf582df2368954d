// The rules of the house hold in this tree, and each of them finds what breaks it.
#include <gtest/gtest.h>

#include <string>

#include "rules.hpp"
#include "tenon/testing/text_of_file.hpp"

namespace house {

namespace {

const std::vector<source_file>& everything() {
  static const std::vector<source_file> tree = read_tree({"include", "extensions", "examples", "tests", "tools"});
  return tree;
}
const std::vector<source_file>& what_is_shipped() {
  static const std::vector<source_file> tree = read_tree({"include", "extensions", "examples", "tools"});
  return tree;
}

std::string all(const findings& found) {
  std::string out;
  for (const std::string& one : found) out += one + "\n";
  return out;
}
const std::string wanting_a = "#include \"tenon/web/a.hpp\"\n";
// What a rule says about one file made up for it.
using rule = findings (*)(const std::vector<source_file>&);
std::string about(rule judge, const std::string& path, const std::string& text) {
  return all(judge({parsed(path, text)}));
}

TEST(architecture, the_tree_is_read) {
  EXPECT_GT(everything().size(), 100U);
  const source_file file =
      parsed("a.hpp", "#include <vector>\n  # include \"b/c.hpp\"  // why\nauto text = R\"(\n#include <never>\n)\";\n");
  ASSERT_EQ(file.includes.size(), 2U);
  EXPECT_EQ(file.includes[1].name, "b/c.hpp");
  EXPECT_TRUE(file.includes[1].quoted);
}

TEST(architecture, the_framework_looks_downward_only) { EXPECT_EQ(all(upward_includes(everything())), ""); }
TEST(architecture, a_look_upward_or_across_is_found) {
  EXPECT_NE(about(upward_includes, "include/tenon/word/a.hpp", "#include \"tenon/concepts/b.hpp\"\n"), "");
  EXPECT_NE(about(upward_includes, "include/tenon/web/a.hpp", "#include \"tenon/settings/b.hpp\"\n"), "");
  EXPECT_NE(about(upward_includes, "include/tenon/lifecycle/a.hpp", "#include \"tenon/app.hpp\"\n"), "");
  EXPECT_NE(about(upward_includes, "include/tenon/diagnostic/a.hpp", "#include \"tenon/reflect/b.hpp\"\n"), "");
  EXPECT_NE(about(upward_includes, "include/tenon/extension.hpp", "#include \"tenon/composition/b.hpp\"\n"), "");
  EXPECT_NE(about(upward_includes, "include/tenon/attic/a.hpp", ""), "");
  EXPECT_NE(about(upward_includes, "include/tenon/web/a.hpp", "#include \"b.hpp\"\n"), "");
  EXPECT_EQ(about(upward_includes, "include/tenon/web/a.hpp",
                  "#include \"tenon/web/b.hpp\"\n#include \"tenon/word/c.hpp\"\n"),
            "");
}

TEST(architecture, no_program_compiles_what_is_dear_and_that_it_does_not_need) {
  EXPECT_EQ(all(dear_headers_in_every_program(everything())), "");
}
TEST(architecture, a_dear_header_is_found_wherever_it_comes_from) {
  const auto with = [](const std::string& deep) {
    return all(dear_headers_in_every_program(
        {parsed("include/tenon/app.hpp", "#include \"tenon/web/a.hpp\"\n"), parsed("include/tenon/web/a.hpp", deep)}));
  };
  EXPECT_NE(with("#include <thread>\n"), "");
  EXPECT_NE(with("#include <boost/hana/type.hpp>\n"), "");
  EXPECT_EQ(with("#include <string>\n"), "");
}

TEST(architecture, extensions_see_public_headers_their_own_files_and_contracts) {
  EXPECT_EQ(all(stray_includes_of_extensions(what_is_shipped())), "");
}
TEST(architecture, an_include_that_leaves_the_extension_is_found) {
  EXPECT_NE(about(stray_includes_of_extensions, "extensions/a/b.cpp", "#include \"../http/http.hpp\"\n"), "");
  EXPECT_NE(about(stray_includes_of_extensions, "extensions/a/deep/b.cpp", "#include \"../../http/http.hpp\"\n"), "");
  EXPECT_NE(about(stray_includes_of_extensions, "extensions/a/b.hpp", "#include \"tenon/app.hpp\"\n"), "");
  EXPECT_NE(about(stray_includes_of_extensions, "extensions/a/b.hpp", "#include \"tenon/testing/caller.hpp\"\n"), "");
  EXPECT_NE(about(stray_includes_of_extensions, "extensions/a/b.hpp", "#include <tenon/extension_impl.hpp>\n"), "");
  EXPECT_NE(
      about(stray_includes_of_extensions, "examples/a/main.cpp", "#include \"../../extensions/local/local.hpp\"\n"),
      "");
  EXPECT_EQ(about(stray_includes_of_extensions, "extensions/a/deep/b.cpp",
                  "#include \"../c.hpp\"\n#include <tenon/contract/http.hpp>\n"),
            "");
  EXPECT_EQ(about(stray_includes_of_extensions, "extensions/a/tests/t.cpp",
                  "#include \"../c.hpp\"\n#include \"tenon/app.hpp\"\n"),
            "");
  EXPECT_EQ(about(stray_includes_of_extensions, "extensions/tests/c_test.cpp",
                  "#include \"../c.hpp\"\n#include <tenon/testing/harness.hpp>\n"),
            "");
  EXPECT_NE(about(stray_includes_of_extensions, "extensions/tests/c_test.cpp", "#include \"../http/http.hpp\"\n"), "");
  EXPECT_EQ(about(stray_includes_of_extensions, "extensions/a/tests/t.cpp", "#include \"../../data/data.hpp\"\n"), "");
  EXPECT_NE(about(stray_includes_of_extensions, "extensions/a/tests/t.cpp", "#include \"../../data/access.hpp\"\n"),
            "");
}

TEST(architecture, each_library_stays_behind_its_door) {
  EXPECT_EQ(all(libraries_outside_their_door(everything())), "");
}
TEST(architecture, a_library_outside_its_door_is_found) {
  EXPECT_NE(about(libraries_outside_their_door, "include/tenon/web/a.hpp", "#include <boost/hana/type.hpp>\n"), "");
  EXPECT_NE(about(libraries_outside_their_door, "include/tenon/meta/a.hpp", "#include <boost/hana.hpp>\n"), "");
  EXPECT_NE(about(libraries_outside_their_door, "include/tenon/settings/a.hpp", "#include <boost/json/value.hpp>\n"),
            "");
  EXPECT_NE(about(libraries_outside_their_door, "include/tenon/word/a.hpp", "#include <unistd.h>\n"), "");
  EXPECT_NE(about(libraries_outside_their_door, "extensions/api/a.hpp", "#include <sqlite3.h>\n"), "");
  EXPECT_NE(about(libraries_outside_their_door, "extensions/http/a.cpp", "#include <openssl/ssl.h>\n"), "");
  EXPECT_NE(about(libraries_outside_their_door, "extensions/http/a.cpp", "#include <iostream>\n"), "");
  EXPECT_NE(about(libraries_outside_their_door, "extensions/http/a.cpp", "#include <newcomer/x.hpp>\n"), "");
  EXPECT_EQ(about(libraries_outside_their_door, "extensions/http/a.cpp",
                  "#include <boost/beast/http/parser.hpp>\n#include <vector>\n"),
            "");
}

TEST(architecture, no_file_of_an_application_is_named) {
  EXPECT_EQ(all(paths_into_applications(read_tree({"include", "extensions"}))), "");
}
TEST(architecture, a_file_of_an_application_that_is_named_is_found) {
  EXPECT_NE(about(paths_into_applications, "include/tenon/form/a.cpp", "open(\"forms/household/ui.json\");\n"), "");
  EXPECT_NE(about(paths_into_applications, "extensions/a/b.cpp", "open(\"app/forms/x/ext.json\");\n"), "");
  EXPECT_NE(about(paths_into_applications, "extensions/a/b.cpp", "open(\"renderers/stars/renderer.jsx\");\n"), "");
  EXPECT_EQ(about(paths_into_applications, "include/tenon/form/a.cpp",
                  "open(\"forms/ext.json\");  // or forms/visit/ext.json\nsay(\"a form is forms/<name>/ui.json.\");\n"),
            "");
}

TEST(architecture, no_application_is_named_and_nothing_that_one_brings) {
  EXPECT_EQ(all(names_of_applications_in(read_tree({"include", "extensions"}), names_of_applications())), "");
}
TEST(architecture, an_application_that_is_named_is_found) {
  const std::set<std::string> names = names_of_applications();
  const auto about_names = [&](const std::string& line) {
    return all(names_of_applications_in({parsed("include/tenon/form/a.cpp", line)}, names));
  };
  EXPECT_NE(about_names("if (name == \"survey\") return;\n"), "");
  EXPECT_NE(about_names("open(\"/forms/household\");\n"), "");
  EXPECT_NE(about_names("if (definition == \"agreement\") return;\n"), "");
  EXPECT_NE(about_names("call(\"can_be_carried\");\n"), "");
  EXPECT_NE(about_names("draw(\"own/stars\");\n"), "");
  EXPECT_EQ(about_names("say(\"a well of water\");  // as \"survey\" has it\n#include \"survey/well.hpp\"\n"), "");
  EXPECT_EQ(about_names("read(\"renderers\", \"drivers\");\n"), "");
}

TEST(architecture, a_file_includes_its_own_header_first) {
  EXPECT_EQ(all(own_headers_that_come_late(what_is_shipped())), "");
}
TEST(architecture, an_own_header_that_comes_late_is_found) {
  const source_file header = parsed("include/tenon/web/a.hpp", "");
  const auto late = parsed("include/tenon/web/a.cpp", "#include <string>\n#include \"tenon/web/a.hpp\"\n");
  const auto first = parsed("include/tenon/web/a.cpp", "#include \"tenon/web/a.hpp\"\n#include <string>\n");
  EXPECT_NE(all(own_headers_that_come_late({header, late})), "");
  EXPECT_EQ(all(own_headers_that_come_late({header, first})), "");
}

TEST(architecture, a_source_is_called_like_its_header) {
  EXPECT_EQ(all(sources_without_their_header(what_is_shipped())), "");
}
TEST(architecture, a_source_that_is_called_otherwise_is_found) {
  const auto about_source = [](const std::string& name) {
    return all(
        sources_without_their_header({parsed("include/tenon/web/a.hpp", ""), parsed("include/tenon/json/b.hpp", ""),
                                      parsed("include/tenon/web/" + name + ".cpp", wanting_a)}));
  };
  EXPECT_EQ(about_source("a"), "");
  EXPECT_EQ(about_source("a_part"), "");
  EXPECT_NE(about_source("b"), "");
  EXPECT_NE(about_source("ab"), "");
  EXPECT_NE(about(sources_without_their_header, "include/tenon/web/a.cpp", wanting_a), "");
}

TEST(architecture, a_test_is_called_like_what_it_tests) { EXPECT_EQ(all(tests_of_no_file(everything())), ""); }
TEST(architecture, a_test_that_is_called_otherwise_is_found) {
  const source_file part = parsed("include/tenon/web/a/b.hpp", ""), entry = parsed("extensions/c/c.hpp", "");
  const auto about_test = [&](const std::string& path, const std::string& text = "") {
    return all(tests_of_no_file({part, entry, parsed(path, text)}));
  };
  EXPECT_EQ(about_test("tests/web/b_test.cpp"), "");
  EXPECT_EQ(about_test("tests/web/b_at_night_test.cpp"), "");
  EXPECT_EQ(about_test("tests/web/a_test.cpp"), "");
  EXPECT_NE(about_test("tests/web/c_test.cpp"), "");
  EXPECT_EQ(about_test("tests/web/c_test.cpp", "#include \"tenon/app.hpp\"\n"), "");
  EXPECT_NE(about_test("extensions/c/tests/night_test.cpp"), "");
  EXPECT_EQ(about_test("extensions/c/tests/night_test.cpp", "#include \"../c.hpp\"\n"), "");
  EXPECT_EQ(about_test("tests/elsewhere/night_test.cpp"), "");
}

TEST(architecture, no_type_can_be_called_like_what_is_looked_for_in_it) {
  const std::string list = tenon::testing::text_of_file(TENON_SOURCE_DIR "/config/functions/tenon_member_names.cmake");
  EXPECT_EQ(all(members_missing_in(list, everything())), "");
}
TEST(architecture, a_member_that_the_build_does_not_know_is_found) {
  const auto found_in = [](const std::string& text) {
    return all(members_missing_in("on", {parsed("include/tenon/a.hpp", text)}));
  };
  EXPECT_EQ(
      found_in("struct some_decoy {\n  int on,\n      on_word;\n  struct lists {};\n};\n"),
      "include/tenon/a.hpp:3 looks for a member on_word, which config/functions/tenon_member_names.cmake does not "
      "list\ninclude/tenon/a.hpp:4 looks for a member lists, which "
      "config/functions/tenon_member_names.cmake does not list\n");
  EXPECT_EQ(found_in("using all = typename X::lists;\n"),
            "include/tenon/a.hpp:1 looks for a member lists, which config/functions/tenon_member_names.cmake does not "
            "list\n");
}

TEST(architecture, files_are_short) { EXPECT_EQ(all(oversized_files(everything())), ""); }
TEST(architecture, lines_fit_into_120_columns) { EXPECT_EQ(all(wide_lines(everything())), ""); }
TEST(architecture, a_file_that_is_too_long_or_too_wide_is_found) {
  std::string text;
  for (int i = 0; i < 301; ++i) text += "\n";
  EXPECT_NE(about(oversized_files, "include/tenon/word/a.hpp", text), "");
  EXPECT_EQ(about(oversized_files, "include/tenon/word/a.cpp", text), "");
  EXPECT_NE(about(oversized_files, "include/tenon/word/a.cpp", text + text), "");
  EXPECT_NE(about(wide_lines, "include/tenon/word/a.cpp", std::string(121, 'x')), "");
}

TEST(architecture, files_and_folders_are_called_by_what_they_are) {
  EXPECT_EQ(all(unspeaking_names(everything())), "");
}
TEST(architecture, a_name_that_says_nothing_is_found) {
  EXPECT_NE(about(unspeaking_names, "include/tenon/detail/a.hpp", ""), "");
  EXPECT_NE(about(unspeaking_names, "extensions/http/util.hpp", ""), "");
}

TEST(architecture, a_header_says_first_what_it_is_for) { EXPECT_EQ(all(headers_without_an_idea(everything())), ""); }
TEST(architecture, a_header_that_begins_without_a_word_is_found) {
  EXPECT_NE(about(headers_without_an_idea, "include/tenon/word/a.hpp", "#pragma once\n"), "");
  EXPECT_EQ(about(headers_without_an_idea, "include/tenon/word/a.hpp", "// What it is.\n#pragma once\n"), "");
  EXPECT_EQ(about(headers_without_an_idea, "examples/a/a.hpp", "#pragma once\n"), "");
}

TEST(architecture, every_public_header_is_there_for_somebody) {
  EXPECT_EQ(all(headers_in_the_attic(everything())), "");
}
TEST(architecture, a_header_that_nobody_else_includes_is_found) {
  const source_file header = parsed("include/tenon/web/a.hpp", ""), test = parsed("tests/web/a_test.cpp", wanting_a),
                    own = parsed("include/tenon/web/a.cpp", wanting_a), other = parsed("tests/web/b.cpp", wanting_a);
  EXPECT_NE(all(headers_in_the_attic({header, own, test})), "");
  EXPECT_EQ(all(headers_in_the_attic({header, own, test, other})), "");
}

TEST(architecture, a_number_says_what_it_counts) { EXPECT_EQ(all(bare_numbers(what_is_shipped())), ""); }
TEST(architecture, a_number_that_does_not_say_what_it_counts_is_found) {
  const auto about_number = [](const std::string& text) {
    return about(bare_numbers, "include/tenon/word/a.hpp", "#pragma once\nnamespace tenon {\n" + text + "\n}\n");
  };
  EXPECT_NE(about_number("struct a {\n  int pause = 0;\n};"), "");
  EXPECT_NE(about_number("struct a {\n  int size = 0, pause = 0;\n};"), "");
  EXPECT_NE(about_number("inline constexpr std::size_t pause = 5;"), "");
  EXPECT_NE(about_number("// Waits.\nvoid wait(int size, int pause);"), "");
  EXPECT_NE(about_number("static constexpr int size = 0, pause = 0;"), "");
  EXPECT_NE(about_number("class a {\n public:\n  void wait(bool now,\n            double pause) const;\n};"), "");
  EXPECT_EQ(about_number("// Waits: `pause` is in seconds.\nvoid wait(int pause);"), "");
  EXPECT_EQ(about_number("struct a {\n  int pause = 0;  // in seconds\n};"), "");
  EXPECT_EQ(about_number("struct a {\n  int pause_seconds = 0, most_pauses = 1, pauses = 0;\n};"), "");
  EXPECT_EQ(about_number("class a {\n  int pause = 0;\n};\nnamespace detail {\nstruct b {\n  int pause;\n};\n}"), "");
  EXPECT_EQ(about_number("inline void wait() {\n  int pause = 0;\n}"), "");
}

TEST(architecture, nothing_is_left_unfinished) { EXPECT_EQ(all(unfinished_thoughts(everything())), ""); }
TEST(architecture, an_unfinished_thought_is_found) {
  EXPECT_NE(about(unfinished_thoughts, "extensions/a/b.cpp",
                  "// TO"
                  "DO: later\n"),
            "");
}

}  // namespace

}  // namespace house
