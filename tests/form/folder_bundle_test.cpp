// Bundles as folders.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string>

#include "tenon/form/folder_bundle.hpp"
#include "tenon/form/open_bundle.hpp"
#include "tenon/word/error.hpp"
#include "written_bundle.hpp"

namespace {

namespace fs = std::filesystem;
using form_test::messages;
using form_test::strings;
using form_test::written_bundle;
using tenon::form::folder_bundle;
using tenon::form::read_below;

template <class F>
std::string refusal(F read) {
  try {
    static_cast<void>(read());
  } catch (const tenon::error& refused) {
    return refused.message();
  }
  return "none";
}

TEST(a_folder, is_listed_by_path) {
  written_bundle bundle;
  bundle.write("forms/b/ui.json", "{}").write("forms/a.txt", "x");
  const folder_bundle read(bundle.root());
  EXPECT_EQ(read.entries(), (std::vector<tenon::form::bundle_entry>{{"app", true},
                                                                    {"app/index.html", false},
                                                                    {"forms", true},
                                                                    {"forms/a.txt", false},
                                                                    {"forms/b", true},
                                                                    {"forms/b/ui.json", false}}));
  EXPECT_EQ(read.read("forms/b/ui.json"), "{}");
  EXPECT_FALSE(read.read("forms/c"));
}

TEST(a_link, in_a_folder_is_a_problem_and_is_not_followed) {
  written_bundle bundle;
  written_bundle other;
  other.write("secret.json", "{}");
  fs::create_directory_symlink(other.root(), bundle.root() / "forms");
  fs::create_symlink(other.root() / "secret.json", bundle.root() / "app/secret.json");
  const folder_bundle read(bundle.root());
  EXPECT_EQ(messages(read.problems()),
            (strings{"invalid app bundle structure: entry 'app/secret.json' is a symbolic link",
                     "invalid app bundle structure: entry 'forms' is a symbolic link"}));
  EXPECT_EQ(read.entries().size(), 2U);
  for (const char* path : {"app/secret.json", "forms/secret.json"})
    EXPECT_EQ(refusal([&] { return read.read(path); }), "it leads out of the bundle by a link") << path;
}

TEST(what_is_no_plain_file, is_a_problem_and_is_not_read) {
  written_bundle bundle;
  ASSERT_EQ(mkfifo((bundle.root() / "app/pipe").c_str(), 0600), 0);
  const folder_bundle read(bundle.root());
  EXPECT_EQ(messages(read.problems()),
            strings{"invalid app bundle structure: entry 'app/pipe' is neither a file nor a folder"});
  EXPECT_EQ(refusal([&] { return read.read("app/pipe"); }), "it is no plain file");
  EXPECT_EQ(refusal([&] { return read.read("app"); }), "it is no plain file");
}

TEST(a_file, below_a_folder_is_read_by_a_plain_path_alone) {
  written_bundle bundle;
  bundle.write("forms/ext.json", "{}");
  EXPECT_EQ(read_below(bundle.root(), "forms/ext.json"), "{}");
  EXPECT_FALSE(read_below(bundle.root() / "forms", "../app/index.html"));
  EXPECT_FALSE(read_below(bundle.root(), (bundle.root() / "forms/ext.json").string()));
  EXPECT_FALSE(read_below(bundle.root() / "absent", "ext.json"));
  EXPECT_FALSE(read_below(bundle.root(), "forms/ext.json/ext.json"));
}

TEST(a_file, that_is_very_large_is_not_read) {
  written_bundle bundle;
  bundle.write("forms/ext.json", std::string(tenon::form::most_json_bytes + 1, ' '));
  EXPECT_EQ(bundle.errors(), strings{"failed to open extension file forms/ext.json: it is larger than 4 MiB"});
}

TEST(a_bundle, that_is_not_there_or_nothing_to_read_is_refused) {
  const auto open = [](const fs::path& at) { return refusal([&] { return tenon::form::open_bundle(at); }); };
  EXPECT_EQ(open("/nonexistent"), "failed to open bundle: No such file or directory");
  EXPECT_EQ(open("/dev/null"), "failed to open bundle: it is neither a folder nor a file");
  EXPECT_EQ(refusal([] { return folder_bundle("/nonexistent").entries(); }),
            "failed to open bundle: No such file or directory");
}

}  // namespace
