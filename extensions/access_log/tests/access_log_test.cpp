#include "../access_log.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/recorded_log.hpp"

namespace {

struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};
  using open = tenon::get<"/shop/{item}">;
  using broken = tenon::get<"/broken">;
  using routes = tenon::routes<open, broken>;
  tenon::response handle(open, const tenon::request&) { return tenon::response::text("sold"); }
  tenon::response handle(broken, const tenon::request&) { return tenon::response::text("broken", 500); }
};

class access_log_test : public testing::Test {
 protected:
  using app_type = tenon::app<shop, access_log>;
  // The lines about one request for that path.
  std::vector<tenon::testing::log_line> lines_of(access_log::settings given, std::string_view path,
                                                 std::string_view query = {}) {
    app_type::settings_type settings{};
    settings.of<access_log>() = std::move(given);
    tenon::testing::recorded_log log;
    app_type app(tenon::environment{.log_sink = log.sink()}, std::move(settings));
    EXPECT_TRUE(app.start());
    const std::string target = query.empty() ? std::string(path) : std::string(path).append("?").append(query);
    const tenon::header agent{"User-Agent", "curl"};
    tenon::exchange one{.request = {.target = target, .path = path, .query = query, .remote_address = "192.0.2.7"}};
    one.request.headers = {&agent, 1};
    const tenon::door door = app.door();
    EXPECT_TRUE(door.handle(door.app, one));
    door.answered(door.app, one, std::chrono::microseconds(1500));
    std::vector<tenon::testing::log_line> out;
    for (const tenon::testing::log_line& line : log.lines())
      if (line.message == "answered") out.push_back(line);
    return out;
  }
};

TEST_F(access_log_test, says_of_an_answer_what_was_asked_and_who_gave_it) {
  access_log::settings all;
  all.least_status = 100;
  const auto lines = lines_of(all, "/shop/book", "token=secret");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].message, "answered");
  EXPECT_EQ(lines[0].request, "00000000-0");
  auto fields = lines[0].fields;
  EXPECT_EQ(fields["ms"].substr(0, 3), "1.5");
  fields.erase("ms");
  EXPECT_EQ(fields, (std::map<std::string, std::string>{{"method", "GET"},
                                                        {"path", "/shop/book"},
                                                        {"status", "200"},
                                                        {"bytes", "4"},
                                                        {"remote", "192.0.2.7"},
                                                        {"by", "shop"},
                                                        {"route", "/shop/{item}"},
                                                        {"whole", "true"},
                                                        {"agent", "curl"}}));
}

TEST_F(access_log_test, has_the_query_only_where_that_is_asked_for) {
  access_log::settings given;
  given.least_status = 100;
  given.query = true;
  EXPECT_EQ(lines_of(given, "/shop/book", "a=b")[0].fields["path"], "/shop/book?a=b");
}

TEST_F(access_log_test, of_itself_has_a_line_for_what_failed_alone) {
  EXPECT_TRUE(lines_of({}, "/shop/book").empty());
  EXPECT_EQ(lines_of({}, "/broken").size(), 1U);
  const auto lost = lines_of({}, "/nowhere");
  ASSERT_EQ(lost.size(), 1U);
  EXPECT_EQ(lost[0].fields.at("status"), "404");
  EXPECT_EQ(lost[0].fields.at("by"), "");
}

TEST_F(access_log_test, leaves_out_excepted_paths_unless_the_server_is_at_fault) {
  access_log::settings given;
  given.except = std::vector<std::string>{"/nowhere", "/broken"};
  EXPECT_TRUE(lines_of(given, "/nowhere").empty());
  EXPECT_EQ(lines_of(given, "/broken").size(), 1U);
}

TEST(answers, are_told_to_nobody_and_no_clock_is_read_where_nobody_hears) {
  tenon::app<shop> app(tenon::environment{});
  EXPECT_EQ(app.door().answered, nullptr);
}

}  // namespace
