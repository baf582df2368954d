#include "../lamp.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <tenon/testing/harness.hpp>

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

class lamp_test : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("lamp." + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  fs::path folder_;
};

TEST_F(lamp_test, shines_as_its_settings_say_also_when_they_change) {
  tenon::testing::harness<lamp> on(lamp::settings{.brightness = 30, .line = (folder_ / "a").string()});
  EXPECT_TRUE(on.change(R"({"brightness": 80})").findings.empty());
  EXPECT_EQ(text_of(folder_ / "a"), "30\n80\n");
}

TEST_F(lamp_test, is_off_when_it_goes_to_another_line) {
  tenon::testing::harness<lamp> on(lamp::settings{.brightness = 30, .line = (folder_ / "a").string()});
  EXPECT_EQ(on.change(R"({"line": ")" + (folder_ / "b").string() + R"("})").restarting.front(), "lamp");
  EXPECT_EQ(text_of(folder_ / "a"), "30\n30\n0\n");
  EXPECT_EQ(text_of(folder_ / "b"), "30\n");
}

TEST_F(lamp_test, stays_on_its_line_where_there_is_no_other) {
  tenon::testing::harness<lamp> on(lamp::settings{.brightness = 30, .line = (folder_ / "a").string()});
  EXPECT_TRUE(on.change(R"({"line": "/nowhere/at/all"})").findings.empty());
  EXPECT_EQ(on.status().status, tenon::extension_status::ok);
  EXPECT_EQ(text_of(folder_ / "a"), "30\n30\n");  // and once more, because its settings have changed back
}

}  // namespace
