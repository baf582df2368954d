// The table of the manifest in docs/extensions.md has every field that there is, in their order, and no other.
#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <vector>

#include "tenon/testing/text_of_file.hpp"

namespace {

// The first group of every match in the part of a file that lies between two texts.
std::vector<std::string> words_between(const std::string& file, const std::string& from, const std::string& to,
                                       const std::string& pattern) {
  const std::string text = tenon::testing::text_of_file(TENON_SOURCE_DIR "/" + file);
  const std::size_t begin = text.find(from), end = text.find(to, begin);
  EXPECT_NE(end, std::string::npos) << file;
  const std::string part = begin == std::string::npos ? "" : text.substr(begin, end - begin);
  const std::regex wanted(pattern, std::regex::multiline);
  std::vector<std::string> words;
  for (std::sregex_iterator one(part.begin(), part.end(), wanted), last; one != last; ++one)
    words.push_back((*one)[1].str());
  return words;
}

TEST(manifest, stands_in_the_page_with_every_field) {
  const std::vector<std::string> fields = words_between("include/tenon/word/manifest.hpp", "struct manifest {", "\n};",
                                                        R"(^  [a-z_:]+ ([a-z_]+)(?:;| =|\{\};))");
  EXPECT_EQ(fields.size(), 9U);
  EXPECT_EQ(words_between("docs/extensions.md", "## The manifest", "A need is", R"(^\| `\.([a-z_]+)` \|)"), fields);
}

}  // namespace
