// Listings in the README and in docs/ are files that are built: `<!-- file: path -->` before a listing names it.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tenon/testing/text_of_file.hpp"

namespace {

using tenon::testing::text_of_file;

namespace fs = std::filesystem;
const fs::path root = TENON_SOURCE_DIR;

struct listing {
  std::string page, file, text;
};

std::vector<listing> listings() {
  std::vector<fs::path> pages{root / "README.md"};
  for (const fs::directory_entry& one : fs::recursive_directory_iterator(root / "docs"))
    if (one.path().extension() == ".md") pages.push_back(one.path());
  std::vector<listing> found;
  for (const fs::path& page : pages) {
    const std::string text = text_of_file(page), mark = "<!-- file: ";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
      const std::size_t name = at + mark.size(), open = text.find("\n", text.find("```", name)) + 1,
                        close = text.find("```\n", open);
      found.push_back(
          {page.string(), text.substr(name, text.find(" -->", name) - name), text.substr(open, close - open)});
    }
  }
  return found;
}

TEST(listing, in_a_page_is_the_file_that_it_names) {
  for (const listing& one : listings()) {
    ASSERT_TRUE(fs::exists(root / one.file)) << one.page << " shows " << one.file << ", which is not there";
    EXPECT_EQ(one.text, text_of_file(root / one.file)) << one.page;
  }
}

TEST(readme, shows_an_extension_and_its_program) {
  std::size_t shown = 0;
  for (const listing& one : listings()) shown += one.page == (root / "README.md").string();
  EXPECT_GE(shown, 3U);
}

TEST(readme, names_the_two_commands) {
  const std::string text = text_of_file(root / "README.md");
  EXPECT_NE(text.find("./tenon run"), std::string::npos);
  EXPECT_NE(text.find("./tenon test"), std::string::npos);
}

}  // namespace
