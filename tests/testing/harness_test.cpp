// What an author gets from the harness.
#include "tenon/testing/harness.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "tenon/testing/tells.hpp"

namespace {

using namespace tenon::literals;

struct user_created {
  static constexpr std::string_view name = "user.created";
  int id = 0;
  bool allow = true;
};
struct greeted {
  static constexpr std::string_view name = "greeted";
  int id = 0;
};
struct storage {
  int saved = 0;
};

struct greeter {
  static constexpr auto manifest =
      tenon::manifest{.name = "greeter",
                      .version = "1.0.0",
                      .needs = {{"http", "1.x.x"}, {"data", "2.1.0 - 2.x.x"}, {"tenon", "0.x.x"}}};
  struct settings {
    std::string greeting = "Hello";
  };
  using emits = tenon::events<greeted>;
  using greet = tenon::get<"/greet/{name}">;
  using routes = tenon::routes<greet>;

  void on_start(auto& ctx) { ctx.log().info("will say " + ctx.settings().greeting); }
  void on(user_created& event, auto& ctx) {
    event.allow = event.id != 13;
    ctx.emit(greeted{event.id});
  }
  tenon::response handle(greet route, const tenon::request&, auto& ctx) {
    return tenon::response::text(ctx.settings().greeting + ", " + route.at<"name">() + "!");
  }
};

using tenon::testing::harness;
using tenon::testing::tells;

TEST(harness, starts_an_extension_alone_with_stubs_for_what_it_needs) {
  harness<greeter> on;
  EXPECT_TRUE(on.started());
  EXPECT_EQ(on.status().status, tenon::extension_status::ok);
  EXPECT_EQ(on.get("/greet/Ada").body.view(), "Hello, Ada!");
  EXPECT_EQ(on.get("/nowhere").status, 404);
}

TEST(harness, gives_it_the_settings_of_the_test) {
  harness<greeter> on(greeter::settings{.greeting = "Hi"});
  EXPECT_EQ(on.get("/greet/Ada").body.view(), "Hi, Ada!");
}

TEST(harness, tells_it_events_and_records_what_it_emits_and_logs) {
  harness<greeter, tells<user_created>> on;
  EXPECT_TRUE(on.tell(user_created{7}).allow);
  EXPECT_FALSE(on.tell(user_created{13}).allow);
  ASSERT_EQ(on.events<greeted>().size(), 2U);
  EXPECT_EQ(on.events<greeted>()[1].id, 13);
  EXPECT_FALSE(on.events<user_created>()[1].allow) << "it is recorded with the answers in it";
  EXPECT_EQ(on.event_names(), (std::vector<std::string_view>{"greeted", "user.created", "greeted", "user.created"}));
  bool said = false;
  for (const auto& line : on.logs()) said = said || (line.extension == "greeter" && line.message == "will say Hello");
  EXPECT_TRUE(said);
}

struct importer {
  static constexpr auto manifest =
      tenon::manifest{.name = "importer", .version = "1.0.0", .needs = {{"data", "1.x.x"}}};
  void on_start(auto& ctx) { ++ctx.import("data"_ext).saved; }
};
struct fake_data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  using exports = storage;
  storage& exported() { return own; }
  storage own;
};

TEST(harness, puts_a_fake_where_an_import_is) {
  harness<importer, fake_data> on;
  EXPECT_EQ(on.fake<fake_data>().own.saved, 1);
}

struct ticker {
  static constexpr auto manifest = tenon::manifest{.name = "ticker", .version = "1.0.0"};
  static constexpr std::chrono::minutes housekeeping_period{10};
  void on_start(auto& ctx) {
    ctx.post_after(std::chrono::seconds(30), [this] { ++due; });
  }
  void on_housekeeping() { ++kept; }
  void on_steady_state() { steady = true; }
  std::atomic<int> due{0}, kept{0};
  std::atomic<bool> steady{false};
};
TEST(harness, moves_the_time_of_the_extension_on_and_else_lets_it_stand_still) {
  harness<ticker> on;
  on.advance(std::chrono::seconds(29));
  EXPECT_EQ(on.extension().due, 0);
  on.advance(std::chrono::seconds(1));
  EXPECT_EQ(on.extension().due, 1);
  EXPECT_TRUE(on.extension().steady);
  EXPECT_EQ(on.extension().kept, 0);
  on.advance(std::chrono::minutes(10));
  EXPECT_EQ(on.extension().kept, 1);
  on.advance(std::chrono::minutes(10));
  EXPECT_EQ(on.extension().kept, 2);
}

struct broken {
  static constexpr auto manifest = tenon::manifest{.name = "broken", .version = "1.0.0"};
  void on_start() { throw std::runtime_error("no disk"); }
};

TEST(harness, shows_the_fault_of_an_extension_that_does_not_start) {
  harness<broken> on;
  EXPECT_EQ(on.status().status, tenon::extension_status::fault);
  EXPECT_EQ(on.status().message, "no disk");
}

// Leaves something where an extension may.
struct keeps_files {
  static constexpr auto manifest = tenon::manifest{.name = "keeps_files", .version = "1.0.0"};
  void on_start(auto& ctx) {
    folder = ctx.environment().data_dir;
    std::ofstream(folder + "/file") << "kept";
  }
  std::string folder{};
};
TEST(harness, has_a_data_directory_that_is_gone_with_it) {
  std::string folder;
  {
    tenon::testing::harness<keeps_files> on;
    folder = on.extension().folder;
    EXPECT_TRUE(std::filesystem::exists(folder + "/file")) << folder;
  }
  EXPECT_FALSE(std::filesystem::exists(folder));
}

}  // namespace
