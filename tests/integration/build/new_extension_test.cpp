// ./tenon new extension: what it refuses, what it asks for, and that what it writes is whole.
#include <set>
#include <sstream>
#include <utility>

#include "expect.hpp"

namespace build_test {

namespace {

namespace fs = std::filesystem;

class new_extension : public testing::Test {
 protected:
  scratch_tree tree{};

  outcome made(const std::string& arguments) const { return tree.sh("./tenon new extension " + arguments); }
  // Expects the exit code and the sentence, and that nothing was written.
  void refused(const std::string& arguments, int exit_code, const std::string& sentence) const {
    const std::set<fs::path> before = files();
    const outcome result = made(arguments);
    EXPECT_EQ(result.exit_code, exit_code) << arguments << ": " << result.output;
    expect_says(result, sentence);
    EXPECT_TRUE(files() == before) << arguments << " has changed the tree";
  }
  [[nodiscard]] std::set<fs::path> files() const {
    const fs::recursive_directory_iterator all(tree.path());
    return {begin(all), end(all)};
  }
  [[nodiscard]] std::string text(const std::string& file) const { return text_of_file(tree.path() / file); }
};

TEST_F(new_extension, says_how_it_is_used) {
  for (const char* line : {"./tenon help new", "./tenon new --help", "./tenon new extension notes --help"}) {
    const outcome help = tree.sh(line);
    EXPECT_EQ(help.exit_code, 0) << line;
    for (const char* option :
         {"--kind", "--out", "--description", "--author", "--licence", "--version", "--needs", "--route"})
      expect_says(help, option);
  }
  expect_says(tree.sh("./tenon --help"), "new extension NAME");
  EXPECT_EQ(tree.sh("./tenon new").exit_code, 2);
  EXPECT_EQ(tree.sh("./tenon new extensoin notes").exit_code, 2);
}

TEST_F(new_extension, that_is_not_asked_for_as_it_should_be_is_refused_and_nothing_is_written) {
  refused("", 2, "the name is missing");
  refused("notes other", 2, "one name is enough: \"notes\", and then \"other\"");
  refused("MyNotes", 2,
          "\"MyNotes\" is not a name for an extension. Write words of a-z and 0-9 that begin with a letter");
  refused("MyNotes", 2, ", as in my_notes.");
  for (const std::string& name : {std::string("3d"), std::string("a--b"), std::string("a_"), std::string("a/b"),
                                  std::string("'a\nb'"), std::string("../a"), "a" + std::string(62, 'b')})
    refused(name, 2, "is not a name for an extension");
  // A keyword, a function of the C library, a macro, a namespace, and what the type has as a member.
  for (const char* name : {"class", "time", "errno", "testing", "tenon", "settings", "call"})
    refused(name, 2, std::string("an extension cannot be called ") + name + ": ");
  // A class is a member of itself: this one would be taken for a list of what it answers.
  for (const char* name : {"answers", "delivery", "form-functions", "listens", "on.start", "web_options"})
    refused(name, 2, "in its type, and a type of that name has itself as one. Choose another name, as in ");
  refused("notes --colour blue", 2, "unknown option --colour");
  refused("notes --kind", 2, "--kind wants a value behind it");
  refused("notes --kind single --kind=folder", 2, "--kind stands there twice");
  refused("notes --kind drawer", 2, "\"drawer\" is no kind of extension. Write single, folder, provider or functions.");
  refused("notes --version 1.0", 2, "\"1.0\" is no version. Write three numbers, as in 1.2.3.");
  refused("notes --description 'a\\b'", 2, "the description has to be one line");
  refused("notes --licence 'a\nb'", 2, "the licence has to be one line");
  refused("notes --author ''", 2, "the author has to be one line");
  refused("notes --needs 'http 1'", 2, "\"http 1\" is no list of needs");
  refused("notes --needs 'local 1.x.x, htpt'", 1, "there is no extension htpt that it could need: none of the folders");
  refused("notes --needs lcoal", 1, "there is no extension lcoal that it could need; the nearest is local: none of");
  for (const char* range : {"9.x.x", "1.0.1", "0.x.x - 0.9.x", "1.1.x-2.x.x"})
    refused(std::string("notes --needs 'none, local ") + range + "'", 1,
            "local is 1.0.0, extensions/local, and " + std::string(range) +
                " does not take it. Write versions that do, as in --needs \"local 1.x.x\".");
  tree.write("mods/mods_enabled/alone.hpp", "//@extension version 2.3.0\nstruct alone {};\n");
  refused("notes --needs 'alone 1.x.x'", 1, "alone is 2.3.0, mods/mods_enabled/alone.hpp, and 1.x.x does not take it.");
  for (const char* route : {"notes", "/notes/", "//", "/a b", "/{}", "/{rest...}/on", "/../up", "/\""})
    refused(std::string("notes --route '") + route + "'", 2, "is no route. Write a path");
  refused("notes --route '/{a}/{a}'", 2, "has two parameters of one name");
  refused("notes --kind provider --route /notes", 2, "a provider has no route");
  refused("notes --kind functions --route /notes", 2, "functions have no route");
  refused("notes --out nowhere", 1, "nowhere is no folder. Make it first");
}

TEST_F(new_extension, that_is_there_already_is_left_as_it_is) {
  tree.write("extensions/my-notes/my_notes.hpp", "struct my_notes {};\n");
  tree.write("extensions/alone.hpp", "//@extension name one-more\nstruct one_more {};\n");
  refused("my-notes", 1, "there is an extension my-notes already: extensions/my-notes.");
  refused(
      "my_notes --kind single", 1,
      "there is my-notes already, extensions/my-notes, and _, - and . count as one: both would be the type my_notes.");
  refused("one.more", 1, "there is one-more already, extensions/alone.hpp");
  // Also what another folder of the search path has.
  tree.write("mods/mods_enabled/guest.hpp", "struct guest {};\n");
  refused("guest", 1, "there is an extension guest already: mods/mods_enabled/guest.hpp.");
  // And what a program lists by its path: it would have that one, and not the new one.
  tree.write(
      "examples/notes/CMakeLists.txt",
      "tenon_add_program(notes SOURCES main.cpp\n  EXTENSIONS path:diary.hpp path:../../lesson/shelf IMPL NONE)\n");
  tree.write("examples/notes/diary.hpp", "//@extension name old-diary\nstruct old_diary {};\n");
  tree.write("lesson/shelf/shelf.hpp", "struct shelf {};\n");
  refused(
      "old-diary", 1,
      "there is an extension old-diary already: examples/notes/diary.hpp, which a program in examples/ lists by its "
      "path. Choose another name; nothing is overwritten.");
  refused("shelf", 1,
          "there is an extension shelf already: lesson/shelf, which a program in examples/ lists by its path.");
  refused("old.diary", 1, "there is old-diary already, examples/notes/diary.hpp, which a program");
  // Nor is a route given away twice.
  tree.write("extensions/alive.hpp", "struct alive { using routes = tenon::routes<tenon::get<\"/healthz\">>; };\n");
  refused("healthz", 1, "GET /healthz is answered already, by extensions/alive.hpp. Name another route by --route.");
  tree.write("extensions/rooms.hpp", "using all = tenon::get<\"/rooms/{id}/{path...}\", tenon::blocking>;\n");
  refused("diary --route '/rooms/{of}/{rest...}'", 1,
          "GET /rooms/{of}/{rest...} is answered already, by extensions/rooms.hpp.");
  tree.write("examples/backend/CMakeLists.txt",
             "tenon_add_program(backend SOURCES main.cpp EXTENSIONS * path:lamp.hpp IMPL extension_impl)\n");
  tree.write("examples/backend/lamp.hpp", "struct lamp { tenon::response on_get(const tenon::request&); };\n");
  refused("diary --route /lamp/on", 1, "GET /lamp/on is answered already, by examples/backend/lamp.hpp.");
  // One file in the way is enough.
  tree.write("extensions/tests/lone_test.cpp", "somebody's own\n");
  refused("lone --kind single", 1, "extensions/tests/lone_test.cpp is there already, and nothing is overwritten.");
  EXPECT_EQ(text("extensions/tests/lone_test.cpp"), "somebody's own\n");
}

TEST_F(new_extension, is_asked_about_on_a_terminal_and_takes_defaults_for_empty_answers) {
  // In the order of the questions: kind, folder, description, author, version, needs, route. The licence is told.
  const outcome asked = tree.sh(
      "printf 'single\\n\\nKeeps notes.\\nAda\\n2.1.0\\n\\n\\n' | "
      "script -qec './tenon new extension notes --licence MIT' /dev/null");
  expect_says(asked, "Kind: single, folder, provider or functions [folder]: ");
  expect_says(asked, "extensions/notes.hpp");
  const std::string entry = text("extensions/notes.hpp");
  for (const char* part : {"// Keeps notes.\n", "// Author: Ada\n", "// Licence: MIT\n", ".doc = \"Keeps notes.\"",
                           ".version = \"2.1.0\"", "tenon::get<\"/notes\">"})
    EXPECT_NE(entry.find(part), std::string::npos) << part << " is not in\n" << entry;
}

// A misspelt hook is an ordinary member to the compiler; what is written says what should be one.
TEST_F(new_extension, does_not_compile_with_a_slip_in_the_name_of_a_hook_or_a_listener) {
  expect_success(made("my-notes"));
  expect_success(made("lone --kind single"));
  expect_success(made("keeper --kind provider"));
  for (const auto& [entry, slips] : {std::pair{"extensions/my-notes/my_notes.hpp", 2},
                                     {"extensions/lone.hpp", 2},
                                     {"extensions/keeper/keeper.hpp", 1}}) {
    const std::string whole = text(entry);
    const auto compiled = [&] {
      return tree.sh(std::string("c++ -std=c++20 -fsyntax-only -DFMT_HEADER_ONLY=1 -Iinclude -x c++ ") + entry);
    };
    expect_success(compiled());
    for (const auto& [word, slip] : {std::pair{" on_start(", " on_strat("}, {" on(", " onn("}}) {
      if (slips == 1 && std::string_view(word) == " on(") continue;
      std::string broken = whole;
      ASSERT_NE(broken.find(word), broken.npos) << entry << word;
      broken.replace(broken.find(word), std::string_view(word).size(), slip);
      tree.write(entry, broken);
      expect_failure(compiled(), "static assertion failed");
    }
  }
  // Whatever the length of the name, the line is no longer than lines here are.
  for (const std::size_t length : {35U, 41U, 45U, 46U, 62U}) {
    const std::string name(length, 'n');
    expect_success(made(name));
    std::istringstream entry(text("extensions/" + name + "/" + name + ".hpp"));
    for (std::string line; std::getline(entry, line);) EXPECT_LE(line.size(), 120U) << line;
  }
}

TEST_F(new_extension, outside_of_the_search_path_says_how_it_is_found) {
  fs::create_directories(tree.path() / "elsewhere");
  const outcome result = made("notes --out elsewhere");
  expect_success(result);
  expect_says(result, "elsewhere is not on the search path. To have it found: mkdir -p mods/mods_enabled && ln -s ");
  EXPECT_TRUE(fs::exists(tree.path() / "elsewhere/notes/notes.hpp"));
}

TEST_F(new_extension, goes_into_a_folder_of_mods_that_is_not_there_yet) {
  const outcome result = made("notes --out ./mods//mods_enabled/");
  expect_success(result);
  expect_says(result, "mods/mods_enabled/notes/notes.hpp");
  expect_says(result, "./tenon run has it from now on");
  refused("notes --kind single --out mods/mods_enabled", 1,
          "there is an extension notes already: mods/mods_enabled/notes.");
  expect_says(made("diary --out mods/kept_elsewhere"), "mods/kept_elsewhere is not on the search path.");
  for (const char* other : {"mods/../mine", "mods_enabled", "extensions/mods"})
    refused(std::string("third --out ") + other, 1, "is no folder. Make it first");
  EXPECT_FALSE(fs::exists(tree.path() / "mine"));
}

TEST_F(new_extension, tells_where_to_put_the_name_where_the_preset_lists_names) {
  tree.write("CMakeUserPresets.json", R"({"version": 6, "configurePresets": [{"name": "few", "inherits": "local",
    "cacheVariables": {"TENON_EXTENSIONS": "http;commands"}}]})");
  const outcome result = tree.sh("TENON_PRESET=few ./tenon new extension notes --needs ''");
  expect_success(result);
  expect_says(result, "the preset few names the extensions of ./tenon run, http;commands: put notes among them");
  expect_says(made("diary --needs ''"), "./tenon run has it from now on");
}

TEST_F(new_extension, of_every_kind_builds_passes_its_test_and_is_found_with_no_further_edit) {
  fs::copy(TENON_SOURCE_DIR "/tests/CMakeLists.txt", tree.path() / "tests/CMakeLists.txt",
           fs::copy_options::overwrite_existing);
  // A harness keeps settings in a file and runs what is posted: its engines have to be there.
  fs::copy(TENON_SOURCE_DIR "/include", tree.path() / "include",
           fs::copy_options::recursive | fs::copy_options::skip_existing);
  const outcome folder = made("my-notes --description 'Says \"hello\"; to people' --author 'Ada' --version 2.1.0");
  EXPECT_EQ(folder.exit_code, 0) << folder.output;
  EXPECT_EQ(folder.output.substr(0, folder.output.find("tenon: ")),
            "extensions/my-notes/my_notes.hpp\nextensions/my-notes/contract.hpp\n"
            "extensions/my-notes/tests/my_notes_test.cpp\nextensions/my-notes/README.md\n");
  const outcome single = made("lone.file --kind single --route '/lone/{who}/{rest...}' --needs 'my-notes 2.x.x'");
  EXPECT_EQ(single.output.substr(0, single.output.find("tenon: ")),
            "extensions/lone.file.hpp\nextensions/tests/lone_file_test.cpp\nextensions/lone.file.md\n");
  const outcome provider = made("keeper --kind=provider");
  expect_says(provider, "./tenon set-extension keeper puts it behind extension_impl");
  const outcome functions = made("front-desk --kind functions");
  EXPECT_EQ(functions.output.substr(0, functions.output.find("tenon: ")),
            "extensions/front-desk/front_desk.hpp\nextensions/front-desk/tests/front_desk_test.cpp\n"
            "extensions/front-desk/README.md\n");
  EXPECT_NE(text("extensions/my-notes/README.md").find("Version 2.1.0, by Ada. Licence: BSL-1.0."), std::string::npos);

  tree.write_listing_backend("EXTENSIONS * IMPL extension_impl");
  // What is tried here is not how fast it is.
  expect_success(
      tree.sh("cmake --preset local -DTENON_TESTS=ON -DTENON_EXTENSION_IMPL=keeper "
              "-DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0 && "
              "cmake --build build/local --target test_my_notes test_lone_file test_keeper "
              "test_front_desk"));
  expect_says(tree.build_and_run(), "[keeper 1.0.0] [front-desk 1.0.0] [my-notes 2.1.0] [lone.file 1.0.0]");
  const outcome ran = tree.sh("ctest --preset local");
  expect_says(ran, "test_my_notes.my_notes.answers_its_route_and_counts");
  expect_says(ran, "test_lone_file.lone_file.answers_its_route_and_counts");
  expect_says(ran, "test_keeper.keeper.makes_keys_that_begin_as_its_settings_say");
  expect_says(ran, "test_front_desk.front_desk.greets_whom_it_is_told_to");
  expect_says(ran, "100% tests passed, 0 tests failed out of 23");
}

}  // namespace

}  // namespace build_test
