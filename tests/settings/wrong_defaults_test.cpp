#include "tenon/settings/wrong_defaults.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tenon/settings/from_document.hpp"
#include "tenon/settings/read.hpp"
#include "tenon/word/secret.hpp"

namespace {

using tenon::finding;
namespace settings = tenon::settings;

struct lent_book {
  tenon::field<int, {.min = 1, .unit = "days"}> days = 0;
};
// What a compiler knows of no value of, since a map is no constant.
struct library_settings {
  std::map<std::string, lent_book> lent{{"dune", {}}};
  tenon::field<int, {.min = 1, .max = 50, .unit = "books"}> most = 500;
  tenon::field<std::optional<std::chrono::hours>, {.min = "1h", .max = "90d"}> loan = std::chrono::hours(2400);
  tenon::field<std::string, {.min = 1}> name{};
  tenon::field<std::vector<std::string>, {.max = 1}> rooms = std::vector<std::string>{"cellar", "attic"};
  tenon::field<tenon::secret<int>, {.min = 1'000}> pin = 123;
  tenon::field<double, {.max = 0.5}> fine = 0.5;
};

std::vector<std::string> mistakes_of(const std::vector<std::string_view>& assignments, std::string_view file = "{}") {
  std::vector<finding> findings;
  settings::sources sources({{"library"}});
  settings::add_document(sources, file, "config.json", findings);
  for (const std::string_view one : assignments) sources.add_assignment(one, findings);
  (void)settings::read<library_settings>("library", sources, findings);
  std::vector<std::string> lines;
  for (const finding& one : findings) lines.push_back(to_string(one));
  return lines;
}

constexpr std::string_view cure = " Set it, or change the default or the range in the extension library.";
std::string with_cure(std::string text) { return text.append(cure); }

TEST(wrong_default, is_found_with_its_setting_its_value_and_its_range) {
  EXPECT_EQ(mistakes_of({}),
            (std::vector{
                with_cure("default: /library/lent/dune/days: expected a whole number of at least 1 (days), found 0."),
                with_cure("default: /library/most: expected a whole number between 1 and 50 (books), found 500."),
                with_cure("default: /library/loan: expected a length of time in whole hours between 1h and 90d, "
                          "found 100d."),
                with_cure("default: /library/name: expected a text of at least 1 bytes, found \"\"."),
                with_cure("default: /library/rooms: expected a list of at most 1 values, found a list of 2."),
                with_cure("default: /library/pin: expected a whole number of at least 1000, found a value that is "
                          "not shown."),
            }));
}

TEST(wrong_default, is_none_where_a_source_sets_another) {
  EXPECT_EQ(mistakes_of({"library.most=5", "library.loan=2d", "library.pin=1234", "library.lent.dune.days=3"},
                        R"({"library": {"name": "Town", "rooms": ["attic"]}})"),
            std::vector<std::string>{});
}

TEST(wrong_default, stands_beside_the_value_that_a_source_could_not_set) {
  const auto mistakes =
      mistakes_of({"library.most=499", "library.loan=null", "library.pin=1234", "library.lent.dune.days=3"},
                  R"({"library": {"name": "Town", "rooms": []}})");
  ASSERT_EQ(mistakes.size(), 2U);
  EXPECT_TRUE(mistakes[0].starts_with("--set library.most: /library/most: ")) << mistakes[0];
  EXPECT_TRUE(mistakes[1].starts_with("default: /library/most: ")) << mistakes[1];
}

}  // namespace
