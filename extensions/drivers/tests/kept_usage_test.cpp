// How often who has called what, in a program that has `data` and is started again.
#include "../kept_usage.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "../drivers.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"

namespace {

struct waves {
  static constexpr auto interface = tenon::interface{.name = "waves"};
  struct wave {
    static constexpr auto method = tenon::driver_method{.name = "wave"};
    using result = void;
  };
  using methods = tenon::methods<wave>;
};
using hand = tenon::driver<"hand", waves, {.to = tenon::granted::everyone}>;
using tired = tenon::driver<"tired", waves, {.to = tenon::granted::everyone, .most_calls = 1, .within_seconds = 900}>;
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<hand, tired>;
  void call(hand, const waves::wave&) {}
  void call(tired, const waves::wave&) {}
};

// What stands where `data` stands, and outlasts the program.
struct file {
  std::vector<std::pair<std::string, tenon_drivers::usage::row>> rows{};
  int batches = 0, migrations = 0;
  bool fails = false;
};
file disk;
struct fake_db {
  struct writer {
    std::vector<std::pair<std::string, tenon_drivers::usage::row>> rows{};
    void write(std::string_view, const std::string& user, const std::string& app, const std::string& interface,
               const std::string& driver, const std::string& method, std::int64_t calls) {
      rows.push_back({user, {app, interface, driver, method, calls}});
    }
  };
  void migrate(std::initializer_list<std::string_view>) { ++disk.migrations; }
  void batch(auto work) {
    writer all;
    work(all);
    if (disk.fails) throw std::runtime_error("the disk is full");
    ++disk.batches;
    disk.rows.insert(disk.rows.end(), all.rows.begin(), all.rows.end());
  }
  std::vector<tenon_drivers::usage::row> read(std::string_view, std::string_view user) const {
    std::vector<tenon_drivers::usage::row> out;
    for (const auto& [whose, row] : disk.rows)
      if (whose == user) out.push_back(row);
    return out;
  }
};
struct fake_data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  struct exports {
    fake_db db{};
  };
  exports given{};
  exports& exported() { return given; }
};

class usage_that_is_kept : public testing::Test {
 protected:
  using app_type =
      tenon::app<drivers_door, tenon::testing::fake_http, tenon::testing::fake_identity, greeter, fake_data>;
  usage_that_is_kept() { disk = {}; }

  static std::string ask(app_type& app, std::string_view path, tenon::method method, std::string_view body = "",
                         std::string_view token = "quinn") {
    const tenon::header header{"Authorization", token};
    tenon::exchange one{.request = {.method = method,
                                    .method_name = to_string(method),
                                    .target = path,
                                    .path = path,
                                    .headers = {&header, 1},
                                    .body = body}};
    EXPECT_TRUE(app.door().handle(app.door().app, one));
    return std::string(one.response.body.view());
  }
  static void wave(app_type& app, std::string_view driver = "hand", std::string_view token = "quinn") {
    std::string body = R"({"interface":"waves","method":"wave","driver":")";
    ask(app, "/drivers/call", tenon::method::post, body.append(driver).append("\"}"), token);
  }
  static std::string calls(app_type& app, std::string_view token = "quinn") {
    std::string out;
    const std::string list = ask(app, "/drivers/usage", tenon::method::get, "", token);
    constexpr std::string_view mark = R"("calls":)";
    for (std::size_t at = list.find(mark); at != std::string::npos; at = list.find(mark, at + 1))
      out.append(out.empty() ? "" : " ").append(list, at + mark.size(), list.find('}', at) - at - mark.size());
    return out;
  }
};

TEST_F(usage_that_is_kept, goes_on_after_a_restart) {
  for (int run = 1; run <= 3; ++run) {
    app_type app;
    ASSERT_TRUE(app.start());
    EXPECT_EQ(calls(app), run == 1 ? "" : std::to_string(2 * (run - 1)));
    wave(app);
    wave(app);
    wave(app, "hand", "dana");
    EXPECT_EQ(calls(app), std::to_string(2 * run));
    EXPECT_EQ(calls(app, "dana"), std::to_string(run));
    app.stop();
    EXPECT_EQ(disk.batches, run);
  }
}

TEST_F(usage_that_is_kept, writes_nothing_where_nobody_has_called) {
  app_type app;
  ASSERT_TRUE(app.start());
  app.stop();
  EXPECT_EQ(disk.batches, 0);
}

tenon::call::driver_row row_of(std::string_view name, unsigned most) {
  static constexpr tenon::call::method_row method{.name = "wave"};
  return {.name = name, .of = {.name = "waves", .methods = {&method, 1}}, .most_calls = most, .within_seconds = 60};
}

TEST(usage, that_cannot_be_kept_is_counted_on_and_kept_later) {
  disk = {};
  tenon_drivers::usage used;
  tenon_drivers::kept_usage kept;
  EXPECT_TRUE(used.admit({"quinn"}, row_of("hand", 0), 0, {}));
  disk.fails = true;
  EXPECT_THROW(kept.keep(used, {}, fake_db{}), std::runtime_error);
  EXPECT_TRUE(used.admit({"quinn"}, row_of("hand", 0), 0, {}));
  EXPECT_EQ(kept.of({"quinn"}, used, fake_db{}).at(0).calls, 2);
  disk.fails = false;
  kept.keep(used, {}, fake_db{});
  EXPECT_EQ(kept.of({"quinn"}, used, fake_db{}).at(0).calls, 2);
  EXPECT_TRUE(used.of({"quinn"}).empty());
  EXPECT_EQ(disk.migrations, 1);
}

TEST(usage, that_is_taken_leaves_limits_as_they_are) {
  tenon_drivers::usage used;
  EXPECT_TRUE(used.admit({"quinn"}, row_of("tired", 1), 0, {}));
  EXPECT_EQ(used.take({}).size(), 1U);
  EXPECT_FALSE(used.admit({"quinn"}, row_of("tired", 1), 0, {}));
  EXPECT_TRUE(used.take({}).empty());
}

TEST(usage, is_forgotten_with_the_time_of_its_limit) {
  tenon_drivers::usage used;
  const auto row = row_of("tired", 1);
  EXPECT_TRUE(used.admit({"quinn"}, row, 0, {}));
  EXPECT_EQ(used.take({}).size(), 1U);
  EXPECT_EQ(used.callers(), 1U) << "its limit is not over";
  EXPECT_TRUE(used.take(tenon_drivers::usage::time_point{} + std::chrono::seconds(row.within_seconds)).empty());
  EXPECT_EQ(used.callers(), 0U);
}

TEST(usage, is_counted_by_many_while_it_is_kept_without_losing_one) {
  disk = {};
  tenon_drivers::usage used;
  tenon_drivers::kept_usage kept;
  std::vector<std::thread> all;
  for (int t = 0; t < 4; ++t)
    all.emplace_back([&] {
      for (int i = 0; i < 500; ++i) EXPECT_TRUE(used.admit({"quinn"}, row_of("hand", 0), 0, {}));
    });
  for (int i = 0; i < 50; ++i) kept.keep(used, {}, fake_db{});
  for (std::thread& one : all) one.join();
  EXPECT_EQ(kept.of({"quinn"}, used, fake_db{}).at(0).calls, 2000);
}

}  // namespace
