#include "../lamp.hpp"

#include <gtest/gtest.h>

#include <string>

#include <tenon/testing/harness.hpp>
#include <tenon/testing/scratch_folder.hpp>
#include <tenon/testing/text_of_file.hpp>

namespace {

class lamp_test : public testing::Test {
 protected:
  std::string light_of(std::string_view line) const { return tenon::testing::text_of_file(folder_.path(line)); }
  tenon::testing::scratch_folder folder_;
};

TEST_F(lamp_test, shines_as_its_settings_say_also_when_they_change) {
  tenon::testing::harness<lamp> on(lamp::settings{.brightness = 30, .line = folder_.path("a")});
  EXPECT_TRUE(on.change(R"({"brightness": 80})").findings.empty());
  EXPECT_EQ(light_of("a"), "30\n80\n");
}

TEST_F(lamp_test, is_off_when_it_goes_to_another_line) {
  tenon::testing::harness<lamp> on(lamp::settings{.brightness = 30, .line = folder_.path("a")});
  EXPECT_EQ(on.change(R"({"line": ")" + folder_.path("b") + R"("})").restarting.front(), "lamp");
  EXPECT_EQ(light_of("a"), "30\n30\n0\n");
  EXPECT_EQ(light_of("b"), "30\n");
}

TEST_F(lamp_test, stays_on_its_line_where_there_is_no_other) {
  tenon::testing::harness<lamp> on(lamp::settings{.brightness = 30, .line = folder_.path("a")});
  EXPECT_TRUE(on.change(R"({"line": "/nowhere/at/all"})").findings.empty());
  EXPECT_EQ(on.status().status, tenon::extension_status::ok);
  EXPECT_EQ(light_of("a"), "30\n30\n");  // and once more, because its settings have changed back
}

}  // namespace
