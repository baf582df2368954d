// An extension whose type, identifier and name differ is known by its name everywhere.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/settings/read.hpp"
#include "tenon/settings/sources.hpp"
#include "tenon/testing/recorded_log.hpp"

namespace {

using namespace tenon::literals;

struct ping {
  static constexpr std::string_view name = "ping";
  std::string by{};
  void heard_by(std::string_view extension) { by = extension; }
};
struct bookshelf {
  static constexpr auto manifest = tenon::manifest{.name = "odd-name.two", .version = "1.0.0"};
  struct settings {
    int books = 7;
  };
  using exports = int;
  int& exported() { return books_; }
  void on_start(auto& ctx) {
    books_ = ctx.settings().books;
    ctx.log().info(ctx.name());
  }
  void on(const ping&) {}

 private:
  int books_ = 0;
};
struct reader {
  static constexpr auto manifest =
      tenon::manifest{.name = "reader", .version = "1.0.0", .needs = {{"odd-name.two", "1.x.x"}}};
  using emits = tenon::events<ping>;
  void on_start(auto& ctx) { books = ctx.import("odd-name.two"_ext); }
  void on_ready(auto& ctx) { heard_by = ctx.emit_to("odd-name.two"_ext, ping{}).by; }
  int books = 0;
  std::string heard_by{};
};
using composition = tenon::app<bookshelf, reader>;

// What the shelf is made with, where the sources say it.
bookshelf::settings said(const char* variable, std::string_view assignment) {
  std::vector<tenon::finding> findings;
  tenon::settings::sources sources({{"odd-name.two", false}, {"reader", false}});
  const char* const variables[] = {variable, nullptr};
  sources.add_environment(variables, findings);
  if (!assignment.empty()) sources.add_assignment(assignment, findings);
  const auto out = tenon::settings::read<bookshelf::settings>(bookshelf::manifest.name, sources, findings);
  EXPECT_TRUE(findings.empty()) << to_string(findings.front());
  return out;
}

TEST(one_name, is_that_of_the_manifest_for_needs_imports_targets_logs_and_events) {
  tenon::testing::recorded_log log;
  composition::settings_type settings{};
  settings.of<bookshelf>() = said("TENON_ODD_NAME_TWO__BOOKS=8", "");
  composition app({.log_sink = log.sink()}, settings);
  ASSERT_TRUE(app.start());
  EXPECT_EQ(app.part<reader>().books, 8);
  EXPECT_EQ(app.part<reader>().heard_by, "odd-name.two");
  EXPECT_EQ(composition::extensions()[0].manifest.name, "odd-name.two");
  bool logged = false;
  for (const tenon::testing::log_line& one : log.lines())
    logged = logged || (one.extension == "odd-name.two" && one.message == "odd-name.two");
  EXPECT_TRUE(logged);
}
TEST(one_name, is_that_of_the_manifest_on_the_command_line_and_its_identifier_in_the_environment) {
  EXPECT_EQ(said("TENON_ODD_NAME_TWO__BOOKS=8", "odd-name.two.books=9").books, 9);
  EXPECT_EQ(said("OTHER=1", "odd-name.two.books=9").books, 9);
}

}  // namespace
