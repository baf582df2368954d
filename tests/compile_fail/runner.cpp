// Programs that must not compile. Each file below this folder has one cause; its first line says the error:
//   // expect: <diagnostic>: <part of its sentence>
// A file passes where the compiler fails with exactly one error, in whose own line stand the diagnostic's name and the
// sentence, and where everything it prints is short. The runner checks itself with a program that compiles and with one
// that fails for another reason.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "tenon/testing/shell_line.hpp"

namespace {

namespace fs = std::filesystem;

#if defined(__clang__)
constexpr std::size_t most_lines = 20;
constexpr std::size_t most_lines_in_body = 80;
#else
constexpr std::size_t most_lines = 12;
constexpr std::size_t most_lines_in_body = 40;
#endif

struct compilation {
  int exit_code = 0;
  std::vector<std::string> lines{};
  std::vector<std::string> errors{};
};

// clang cuts a sentence into pieces: the seams are taken out again.
std::string joined(const std::string& line) {
  static const std::regex seam(R"("\}, (?:tenon::)?fixed_string<[0-9]+>\{")");
  return std::regex_replace(line, seam, "");
}

// A file that begins with the app takes it as the build has read it; from the same text the same is printed.
enum class app_header { precompiled_if_first, as_text };

// Whoever has changed a header and starts this program without a build asks about the change. The list is make's: words
// that a line end behind a backslash goes on with.
bool is_stale(const fs::path& list_of_sources) {
  std::error_code missing;
  const fs::file_time_type made = fs::last_write_time(TENON_PRECOMPILED "/tenon/app.hpp.gch", missing);
  if (missing) return true;
  std::ifstream list(list_of_sources);
  bool any = false;
  for (std::string word; list >> word;) {
    if (word == "\\" || word.ends_with(':')) continue;
    any = true;
    const fs::file_time_type changed = fs::last_write_time(word, missing);
    if (missing || changed > made) return true;
  }
  return !any;
}

bool begins_with_app(const fs::path& file) {
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);)
    if (line.starts_with("#")) return line == "#include \"tenon/app.hpp\"";
  return false;
}

#if defined(__clang__)
const std::string plain_output = " -fno-color-diagnostics";
const std::string precompiled_app = " -include-pch '" TENON_PRECOMPILED "/tenon/app.hpp.gch'";
#else
const std::string plain_output = " -fdiagnostics-color=never";
const std::string precompiled_app = " -I'" TENON_PRECOMPILED "'";
#endif

compilation compile(const fs::path& file, app_header app = app_header::precompiled_if_first,
                    const std::string& arguments = "") {
  std::string command = TENON_COMPILER " -std=c++20 -fsyntax-only";
  command.append(plain_output).append(arguments);
  static const bool stale = is_stale(TENON_PRECOMPILED "/tenon/app.hpp.d");
  if (app == app_header::precompiled_if_first && !stale && begins_with_app(file)) command.append(precompiled_app);
  command.append(" -I'" TENON_SOURCE_DIR "/include' '").append(file.string()).append("' 2>&1 </dev/null");
  const tenon::testing::shell_line compiler(command);
  compilation out{.exit_code = compiler.exit_code, .lines = {}, .errors = {}};
  std::istringstream stream(compiler.output);
  for (std::string line; std::getline(stream, line);) {
    if (line.find("error:") != std::string::npos) out.errors.push_back(joined(line));
    out.lines.push_back(line);
  }
  return out;
}

std::string everything(const compilation& result) {
  std::string out;
  for (const std::string& line : result.lines) out += line + "\n";
  return out;
}

struct expectation {
  std::string diagnostic, sentence;
  bool in_body = false;  // the check stands in the body of a hook, so the compiler tells more of the way there
};

expectation expected(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  std::smatch match;
  expectation out;
  if (std::regex_match(line, match, std::regex(R"(// expect( in body)?: ([a-z_]+): (.+))"))) {
    out = {match[2], match[3], match[1].matched};
  }
  return out;
}

class compile_fail : public testing::Test {
 public:
  explicit compile_fail(fs::path file) : file_(std::move(file)) {}
  void TestBody() override {
    const expectation wanted = expected(file_);
    ASSERT_FALSE(wanted.diagnostic.empty())
        << "the first line must be: // expect: <diagnostic>: <part of its sentence>";
    const compilation result = compile(file_);
    ASSERT_NE(result.exit_code, 0) << "it compiles";
    ASSERT_EQ(result.errors.size(), 1U) << everything(result);
    EXPECT_NE(result.errors[0].find("diagnostic::" + wanted.diagnostic), std::string::npos) << everything(result);
    EXPECT_NE(result.errors[0].find(wanted.sentence), std::string::npos) << everything(result);
    EXPECT_LE(result.lines.size(), wanted.in_body ? most_lines_in_body : most_lines) << everything(result);
  }

 private:
  fs::path file_;
};

fs::path written(const std::string& name, const std::string& text) {
  const fs::path file = fs::path(testing::TempDir()) / (name + "." + std::to_string(getpid()) + ".cpp");
  std::ofstream(file) << text;
  return file;
}

TEST(compile_fail_runner, sees_that_a_sound_program_compiles) {
  const fs::path file = written("sound", "#include \"tenon/app.hpp\"\nint main() {}\n");
  const compilation result = compile(file);
  EXPECT_EQ(result.exit_code, 0) << everything(result);
  EXPECT_TRUE(result.errors.empty()) << everything(result);
  fs::remove(file);
}

TEST(compile_fail_runner, does_not_take_any_error_for_the_expected_one) {
  const fs::path file = written("nonsense", "// expect: missing_need: a needs b\nint main() { return nonsense; }\n");
  const compilation result = compile(file);
  EXPECT_NE(result.exit_code, 0);
  ASSERT_EQ(result.errors.size(), 1U) << everything(result);
  EXPECT_EQ(result.errors[0].find("missing_need"), std::string::npos);
  fs::remove(file);
}

// A precompiled header that is not taken is only slow, and one that changes what is printed would change the verdict.
TEST(compile_fail_runner, judges_alike_whether_the_app_is_precompiled_or_not) {
  const fs::path file = TENON_SOURCE_DIR "/tests/compile_fail/composition/missing_need.cpp";
  ASSERT_TRUE(begins_with_app(file));
  const compilation fast = compile(file), slow = compile(file, app_header::as_text);
  EXPECT_EQ(fast.exit_code, slow.exit_code);
  EXPECT_EQ(fast.errors, slow.errors);
  EXPECT_EQ(fast.lines.size(), slow.lines.size()) << everything(fast) << "\n" << everything(slow);
  // It names every header that it reads as text.
  const std::string read = everything(compile(file, app_header::precompiled_if_first, " -H"));
  EXPECT_EQ(read.find("tenon/word/manifest.hpp\n"), std::string::npos) << read;
}

TEST(compile_fail_runner, takes_no_precompiled_header_that_is_older_than_a_source_of_it) {
  const fs::path source = written("source", "#pragma once\n"),
                 list = written("list", "app.hpp.gch: \\\n " + source.string() + "\n");
  const auto made = fs::last_write_time(TENON_PRECOMPILED "/tenon/app.hpp.gch");
  fs::last_write_time(source, made + std::chrono::seconds(1));
  EXPECT_TRUE(is_stale(list));
  fs::last_write_time(source, made - std::chrono::seconds(1));
  EXPECT_FALSE(is_stale(list));
  fs::remove(source);
  EXPECT_TRUE(is_stale(list));
  fs::remove(list);
  EXPECT_TRUE(is_stale(list));
}

TEST(error_type, without_a_name_and_a_status_does_not_compile) {
  std::ifstream header(TENON_SOURCE_DIR "/include/tenon/word/error.hpp");
  std::string text{std::istreambuf_iterator<char>(header), {}};
  const std::string last = "  unknown,\n};";
  ASSERT_NE(text.find(last), std::string::npos) << "the enumeration ends in other words";
  text.replace(text.find(last), last.size(), "  unknown,\n  added_later,\n};");
  const fs::path file = written("error_type", text);
  const compilation result = compile(file);
  EXPECT_NE(result.exit_code, 0) << "it compiles";
  ASSERT_EQ(result.errors.size(), 1U) << everything(result);
  EXPECT_NE(result.errors[0].find("added_later"), std::string::npos) << everything(result);
  fs::remove(file);
}

// Its sentence stands in a static_assert, because what authors write with knows no diagnostics.
std::string refusal_of(const std::string& name, const std::string& text) {
  const fs::path file = written(name, text);
  const compilation result = compile(file);
  fs::remove(file);
  if (result.exit_code == 0) return "it compiles";
  for (const std::string& line : result.errors)
    if (line.find("static assertion failed") != std::string::npos) return line;
  return everything(result);
}

TEST(pieces, that_keep_a_reference_to_what_ends_with_the_handler_do_not_compile) {
  const std::string head =
      "#include <string>\n"
      "#include \"tenon/word/actor.hpp\"\n"
      "#include \"tenon/word/function.hpp\"\n"
      "#include \"tenon/word/interface.hpp\"\n"
      "#include \"tenon/word/request.hpp\"\n"
      "#include \"tenon/word/streamed.hpp\"\n"
      "struct page {\n"
      "  static constexpr auto method = tenon::driver_method{.name = \"page\"};\n"
      "  using result = tenon::streamed;\n"
      "  std::string title{};\n"
      "  tenon::pieces lines() const;\n"
      "};\n"
      "struct print {\n"
      "  static constexpr auto function = tenon::function{.name = \"print\"};\n"
      "  std::string title{};\n"
      "};\n";
  for (const std::string taken : {"lines(const page& of)", "lines(page&& of)", "page::lines() const",
                                  "lines(const print& of)", "lines(const tenon::actor& of)"}) {
    std::string text = head;
    text.append("tenon::pieces ").append(taken).append(" { co_yield \"a\"; }\n");
    const std::string said = refusal_of("pieces", text);
    EXPECT_NE(said.find("take ctx, the route, the actor and arguments by value"), std::string::npos) << taken << "\n"
                                                                                                     << said;
  }
  std::string text = head;
  text.append(
      "tenon::pieces lines(page, print, tenon::actor, const tenon::request& from) { co_yield std::string(from.path); "
      "}\n");
  EXPECT_EQ(refusal_of("pieces", text), "it compiles");
}

TEST(guarded, lets_nothing_out_that_points_into_its_state) {
  const std::string head =
      "#include <map>\n#include <ranges>\n#include <span>\n#include <string>\n#include <string_view>\n#include "
      "<vector>\n"
      "#include \"tenon/word/guarded.hpp\"\n"
      "tenon::guarded<std::map<std::string, std::vector<int>>> all;\n";
  const auto program = [&](const std::string& returned) {
    std::string text = head;
    for (const char* how : {"with", "look"})
      text.append("auto ")
          .append(how)
          .append("_() { return all.")
          .append(how)
          .append("([](auto& now) -> decltype(auto) { return ")
          .append(returned)
          .append("; }); }\n");
    return text;
  };
  for (const std::string returned :
       {"(now)", "&now", "now.begin()", "now.begin()->second.end()", "std::string_view(now.begin()->first)",
        "std::span(now.begin()->second)", "std::views::values(now)", "std::views::reverse(now)"})
    EXPECT_NE(refusal_of("guarded", program(returned)).find("would leave the lock behind"), std::string::npos)
        << returned;
  for (const std::string returned : {"now.size()", "now.contains(\"a\")", "std::string(now.begin()->first)",
                                     "std::vector(now.begin()->second)", "static_cast<void>(now)", "std::map(now)"})
    EXPECT_EQ(refusal_of("guarded", program(returned)), "it compiles") << returned;
}

std::vector<fs::path> causes() {
  std::vector<fs::path> out;
  for (const fs::directory_entry& one : fs::recursive_directory_iterator(TENON_SOURCE_DIR "/tests/compile_fail"))
    if (one.path().extension() == ".cpp" && one.path().filename() != "runner.cpp") out.push_back(one.path());
  return out;
}
std::set<std::string> stems_in(const char* folder) {
  std::set<std::string> out;
  for (const fs::directory_entry& one : fs::directory_iterator(fs::path(TENON_SOURCE_DIR "/include/tenon") / folder))
    out.insert(one.path().stem().string());
  return out;
}
std::string sorted_list(const std::set<std::string>& words) {
  std::string out;
  for (const std::string& one : words) out.append(out.empty() ? "" : " ").append(one);
  return out;
}

TEST(compile_fail_runner, finds_causes_to_try) { EXPECT_GE(causes().size(), 80U); }

TEST(compile_fail_runner, has_a_program_for_every_diagnostic) {
  std::set<std::string> untried = stems_in("diagnostic");
  untried.erase("sentence");  // holds no diagnostic
  for (const fs::path& one : causes()) untried.erase(expected(one).diagnostic);
  EXPECT_EQ(sorted_list(untried), "");
}

// What an extension is called by: that a hook of another shape is no hook has to be said of each of them.
TEST(compile_fail_runner, has_a_program_for_every_hook) {
  std::set<std::string> untried;
  for (const std::string& one : stems_in("concepts"))
    if (one.starts_with("on_")) untried.insert(one);
  const std::regex hook("has a member (on_[a-z_]+) that the app cannot call as a hook");
  for (const fs::path& one : causes())
    if (const std::string said = expected(one).sentence; std::regex_search(said, hook))
      untried.erase(std::sregex_iterator(said.begin(), said.end(), hook)->str(1));
  EXPECT_EQ(sorted_list(untried), "");
}

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (const fs::path& file : causes()) {
    const std::string suite = "compile_fail_" + file.parent_path().filename().string(), name = file.stem().string();
    testing::RegisterTest(suite.c_str(), name.c_str(), nullptr, nullptr, file.c_str(), 1,
                          [file]() -> testing::Test* { return new compile_fail(file); });
  }
  return RUN_ALL_TESTS();
}
