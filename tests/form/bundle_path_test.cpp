// Paths that lead where they should.
#include <gtest/gtest.h>

#include <string>

#include "tenon/form/bundle_path.hpp"

namespace {

using namespace tenon::form;

TEST(a_path, that_is_plain_has_no_fault) {
  for (const char* path : {"a", "app/index.html", "forms/\xc3\xa9t\xc3\xa9/ui.json", "a..b/.c", "a b"})
    EXPECT_EQ(path_fault(path), "") << path;
}

TEST(a_path, that_leads_elsewhere_has_one) {
  EXPECT_EQ(path_fault(""), "has no name");
  EXPECT_EQ(path_fault("/etc/passwd"), "has an absolute path");
  EXPECT_EQ(path_fault("a\\b"), "has a backslash in its path");
  EXPECT_EQ(path_fault("c:/a"), "has a drive in its path");
  EXPECT_EQ(path_fault("Z:"), "has a drive in its path");
  EXPECT_EQ(path_fault("a\nb"), "has a control character in its path");
  EXPECT_EQ(path_fault(std::string("a\0b", 3)), "has a control character in its path");
  EXPECT_EQ(path_fault("a\xff"), "has a path that is not UTF-8");
  for (const char* path : {"..", "../a", "a/../b", "a/.."})
    EXPECT_EQ(path_fault(path), "leads out of its folder by \"..\"") << path;
  for (const char* path : {".", "./a", "a//b", "a/./b", "a/"})
    EXPECT_EQ(path_fault(path), "has an empty step or \".\" in its path") << path;
}

TEST(a_path, has_bounds) {
  std::string deep = "a";
  for (int i = 1; i < 32; ++i) deep += "/a";
  EXPECT_EQ(path_fault(deep), "");
  EXPECT_EQ(path_fault(deep + "/a"), "lies more than 32 folders deep");
  EXPECT_EQ(path_fault(std::string(1024, 'a')), "");
  EXPECT_EQ(path_fault(std::string(1025, 'a')), "has a path of more than 1024 bytes");
}

TEST(a_module_path, is_followed_inside_of_the_bundle) {
  EXPECT_EQ(module_path("a/b.js"), "a/b.js");
  EXPECT_EQ(module_path("/a/b.js"), "a/b.js");
  EXPECT_EQ(module_path("./a/./c/../b.js"), "a/b.js");
  EXPECT_EQ(module_path("a/../b.js"), "b.js");
}
TEST(a_module_path, that_leads_out_is_none) {
  for (const char* path : {"..", "../a.js", "a/../../b.js", "//a.js", "c:/a.js", "a\\b.js", "file:///a.js"})
    EXPECT_FALSE(module_path(path)) << path;
}

TEST(a_name, below_a_folder_is_the_next_step) {
  EXPECT_EQ(name_below("forms", "forms/visit/ui.json"), "visit");
  EXPECT_EQ(name_below("forms", "forms/ext.json"), "");
  EXPECT_FALSE(name_below("forms", "formsx/visit/ui.json"));
  EXPECT_FALSE(name_below("forms", "forms"));
  EXPECT_FALSE(name_below("forms", "app/x"));
}

}  // namespace
