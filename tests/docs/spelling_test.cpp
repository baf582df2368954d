// The sentences that people read, spelt as a dictionary has them: those of the diagnostics, and the prose of the pages.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <string>

#include "tenon/testing/shell_line.hpp"

namespace {

namespace fs = std::filesystem;

const fs::path root = TENON_SOURCE_DIR;

std::string first_line(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}
// Without its blocks of code.
std::string prose_of(const fs::path& page) {
  std::ifstream stream(page);
  std::string out;
  bool in_code = false;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("```"))
      in_code = !in_code;
    else if (!in_code)
      out.append(line).append("\n");
  }
  return out;
}
// What stands between backticks or in angle brackets, and every word with a sign of code in it, is no word.
std::string words_of(std::string text) {
  static const std::regex code("`[^`]*`|<[^>]*>"), word(R"([A-Za-z0-9_]*(_|::|[/=(){}&<>]|[0-9]|\.[a-z])\S*)");
  text = std::regex_replace(text, code, " ");
  return std::regex_replace(text, word, " ");
}

// The words that the dictionary does not have, nor tests/docs/words.txt.
std::string misspelt(const std::string& text) {
  const fs::path file = fs::path(testing::TempDir()) / ("spelling." + std::to_string(::getpid()));
  std::ofstream(file) << words_of(text);
  // It finds the list only where it has a home, in which somebody could have a list of their own.
  const std::string command = "HOME=/nonexistent hunspell -i utf-8 -d en_GB -p '" TENON_SOURCE_DIR
                              "/tests/docs/words.txt' -l '" +
                              file.string() + "' 2>&1 | sort -u";
  std::string out = tenon::testing::shell_line(command).output;
  fs::remove(file);
  return out;
}

TEST(spelling, of_every_sentence_of_a_diagnostic_is_right) {
  std::string all;
  for (const fs::directory_entry& one : fs::recursive_directory_iterator(root / "tests/compile_fail"))
    if (const std::string line = first_line(one.path()); line.starts_with("// expect"))
      all.append(line.substr(line.find(": ", line.find(": ") + 1))).append("\n");
  EXPECT_GT(all.size(), 10'000U);
  EXPECT_EQ(misspelt(all), "");
}
TEST(spelling, of_every_page_is_right) {
  std::string all = prose_of(root / "README.md");
  for (const char* folder : {"docs", "extensions", "examples"})
    for (const fs::directory_entry& one : fs::recursive_directory_iterator(root / folder))
      if (one.path().extension() == ".md") all.append(prose_of(one.path()));
  EXPECT_EQ(misspelt(all), "");
}
TEST(spelling, that_is_wrong_is_found_outside_of_code) {
  EXPECT_EQ(misspelt("a requirment of `emitts` and on_startt, std::vectorr"), "requirment\n");
}

}  // namespace
