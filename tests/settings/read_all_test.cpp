#include "tenon/settings/read_all.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tenon/word/manifest.hpp"

namespace {

namespace settings = tenon::settings;

struct ferry {
  static constexpr auto manifest = tenon::manifest{.name = "ferry", .version = "1.0.0"};
  struct settings {
    int seats = 40;
    bool runs_at_night = false;
  };
};
struct buoy {
  static constexpr auto manifest = tenon::manifest{.name = "buoy", .version = "1.0.0"};
};
struct harbour {
  static constexpr auto manifest = tenon::manifest{.name = "harbour", .version = "1.0.0"};
  struct settings {
    tenon::field<int, {.min = 1, .max = 9}> berths = 3;
    std::string master = "nobody";
  };
};
using all_settings = tenon::settings_set<ferry, buoy, tenon::implementation<harbour>>;

std::vector<std::string> read_into(all_settings& all, const std::vector<std::string_view>& assignments) {
  std::vector<tenon::finding> findings;
  settings::sources sources({{"ferry"}, {std::string(buoy::manifest.name)}, {"harbour", true}});
  for (const std::string_view one : assignments) sources.add_assignment(one, findings);
  settings::read_all(all, sources, findings);
  sources.report_unread(findings);
  std::vector<std::string> lines;
  for (const tenon::finding& one : findings) lines.push_back(to_string(one));
  return lines;
}

TEST(all_settings, get_what_the_sources_say_and_keep_their_defaults_elsewhere) {
  all_settings all;
  EXPECT_EQ(read_into(all, {"ferry.seats=12", "extension_impl.master=ann"}), std::vector<std::string>());
  EXPECT_EQ(all.of<ferry>().seats, 12);
  EXPECT_FALSE(all.of<ferry>().runs_at_night);
  EXPECT_EQ(all.of<harbour>().berths, 3);
  EXPECT_EQ(all.of<harbour>().master, "ann");
}

TEST(all_settings, have_the_mistakes_of_every_extension_told_at_once) {
  all_settings all;
  const std::vector<std::string> said =
      read_into(all, {"ferry.seats=many", "harbour.berths=12", "ferry.runs_at_night=true", "buoy.colour=red"});
  ASSERT_EQ(said.size(), 3U) << testing::PrintToString(said);
  EXPECT_NE(said[0].find("/ferry/seats"), std::string::npos) << said[0];
  EXPECT_NE(said[1].find("/harbour/berths"), std::string::npos) << said[1];
  EXPECT_NE(said[2].find("buoy"), std::string::npos) << said[2];
  EXPECT_TRUE(all.of<ferry>().runs_at_night);
}

}  // namespace
