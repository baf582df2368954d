// Drivers in a composition: their table, and calls by name.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/call/caller.hpp"
#include "tenon/json/document.hpp"
#include "tenon/json/write.hpp"
#include "tenon/testing/harness.hpp"
#include "tenon/word/actor.hpp"
#include "tenon/word/driver.hpp"
#include "tenon/word/interface.hpp"
#include "tenon/word/required.hpp"

namespace {

struct counter {
  static constexpr auto interface = tenon::interface{.name = "counter", .doc = "Counts."};
  struct increase {
    static constexpr auto method = tenon::driver_method{.name = "increase", .default_parameter = "by"};
    using result = int;
    tenon::required<int> by;
  };
  struct reset {
    static constexpr auto method = tenon::driver_method{.name = "reset"};
    using result = void;
  };
  struct tell {
    static constexpr auto method = tenon::driver_method{.name = "tell"};
    using result = std::string;
  };
  struct sign {
    static constexpr auto method = tenon::driver_method{.name = "sign"};
    using result = std::string;
  };
  using methods = tenon::methods<increase, reset, tell, sign>;
};

using plain = tenon::driver<"plain", counter, {.doc = "Counts by ones.", .to = tenon::granted::everyone}>;
using tens = tenon::driver<"tens", counter, {.most_calls = 3, .within_seconds = 1}>;

struct counts {
  static constexpr auto manifest = tenon::manifest{.name = "counts", .version = "1.2.0"};
  using drivers = tenon::drivers<plain, tens>;

  int call(plain, const counter::increase& arguments) { return ones += arguments.by; }
  void call(plain, const counter::reset&) { ones = 0; }
  std::string call(plain, const counter::tell&, auto& ctx) { return std::string(ctx.name()) + std::to_string(ones); }
  std::string call(plain, const counter::sign&, const tenon::actor& who, auto& ctx) {
    return std::string(ctx.version()).append(who.is_system() ? " for the system" : " for ").append(who.user_id());
  }

  int call(tens, const counter::increase& arguments) { return ones += 10 * arguments.by; }
  void call(tens, const counter::reset&) { ones = 10; }
  std::string call(tens, const counter::tell&) { return "tens"; }
  std::string call(tens, const counter::sign&, const tenon::actor& who) { return std::string(who.user_id()); }

  int ones = 0;
};
struct bystander {
  static constexpr auto manifest = tenon::manifest{.name = "bystander", .version = "1.0.0"};
};

using app = tenon::app<bystander, counts>;

// Reads JSON and keeps it.
struct visitor {
  std::string_view arguments = "{}";
  std::string result = "nothing";
  static bool read(void* self, const tenon::reflect::slot& place, void* arguments) {
    std::vector<tenon::finding> findings;
    return tenon::json::read(place, arguments, static_cast<visitor*>(self)->arguments, {}, findings);
  }
  static void write(void* self, const tenon::reflect::slot& place, const void* result) {
    static_cast<visitor*>(self)->result = tenon::json::written(place, result, {});
  }
  tenon::call::caller by(tenon::actor who = {}) { return {.context = this, .read = &read, .write = &write, .who = who}; }
};

TEST(drivers, stand_in_a_table_with_their_interface_as_each_extension_lists_them) {
  constexpr auto rows = app::drivers();
  static_assert(rows.size() == 2);
  static_assert(rows[1].name == "tens" && rows[1].of.name == "counter" && rows[1].extension == "counts");
  EXPECT_EQ(rows[0].doc, "Counts by ones.");
  EXPECT_EQ(rows[0].version, "1.2.0");
  EXPECT_EQ(rows[0].rank, 1U);
  EXPECT_EQ(rows[0].to, tenon::granted::everyone);
  EXPECT_EQ(rows[1].to, tenon::granted::nobody);
  EXPECT_EQ(rows[1].most_calls, 3U);
  EXPECT_EQ(rows[1].within_seconds, 1U);
  ASSERT_EQ(rows[1].of.methods.size(), 4U);
  EXPECT_EQ(rows[1].of.methods[0].name, "increase");
  EXPECT_EQ(rows[1].of.methods[0].default_parameter, "by");
  EXPECT_TRUE(rows[1].of.methods[0].gives_result);
  EXPECT_FALSE(rows[1].of.methods[1].gives_result);
  static_assert(tenon::app<bystander>::drivers().empty());
}

TEST(drivers, are_called_by_row_and_method_with_whatever_they_want_beside_the_arguments) {
  app one;
  ASSERT_TRUE(one.start());
  const auto door = app::calls::driver_door(one);
  const auto called = [&](std::size_t row, std::size_t method, std::string_view arguments = "{}",
                          tenon::actor who = {}) {
    visitor by{.arguments = arguments};
    EXPECT_TRUE(door.call(door.rows[row], method, by.by(who)));
    return by.result;
  };
  EXPECT_EQ(called(0, 0, R"({"by":2})"), "2");
  EXPECT_EQ(called(1, 0, R"({"by":2})"), "22");
  EXPECT_EQ(called(0, 2), R"("counts22")");
  EXPECT_EQ(called(0, 1), "nothing");
  EXPECT_EQ(one.part<counts>().ones, 0);
  EXPECT_EQ(called(1, 1), "nothing");
  EXPECT_EQ(one.part<counts>().ones, 10);
  const tenon::passport quinn{.user = {.id = "quinn", .email = "quinn@example.org"}};
  EXPECT_EQ(called(0, 3), R"("1.2.0 for the system")");
  EXPECT_EQ(called(0, 3, "{}", {.passport = &quinn}), R"("1.2.0 for quinn")");
  EXPECT_EQ(called(1, 3, "{}", {.passport = &quinn}), R"("quinn")");
}

TEST(drivers, whose_arguments_are_refused_are_not_called) {
  app one;
  ASSERT_TRUE(one.start());
  const auto door = app::calls::driver_door(one);
  visitor by{.arguments = R"({"by":"two"})"};
  EXPECT_TRUE(door.call(door.rows[0], 0, by.by()));
  EXPECT_EQ(by.result, "nothing");
  EXPECT_EQ(one.part<counts>().ones, 0);
}

struct needs_counts {
  static constexpr auto manifest =
      tenon::manifest{.name = "needs_counts", .version = "1.0.0", .needs = {{"counts", "1.x.x"}}};
  void on_start(auto& ctx) {
    sum = ctx.call(tens{}, counter::increase{.by = 4});
    signature = ctx.call(plain{}, counter::sign{});
    ctx.call(plain{}, counter::reset{});
  }
  int sum = 0;
  std::string signature{};
};
TEST(drivers, are_called_by_an_extension_that_needs_theirs_and_acts_for_the_system) {
  tenon::app<needs_counts, counts> one;
  ASSERT_TRUE(one.start());
  EXPECT_EQ(one.part<needs_counts>().sum, 40);
  EXPECT_EQ(one.part<needs_counts>().signature, "1.2.0 for the system");
  EXPECT_EQ(one.part<counts>().ones, 0);
}
TEST(drivers, are_called_in_a_test_as_the_extension_would) {
  tenon::testing::harness<counts> on;
  EXPECT_EQ(on.call(plain{}, counter::increase{.by = 2}), 2);
}

TEST(drivers, are_called_in_a_test_for_whom_it_says) {
  tenon::testing::harness<counts> on;
  const tenon::passport quinn{.user = {.id = "quinn", .email = "quinn@example.org"}};
  EXPECT_EQ(on.call_as({.passport = &quinn}, plain{}, counter::sign{}), "1.2.0 for quinn");
}

// Called like the list that it has none of.
struct drivers {
  static constexpr auto manifest = tenon::manifest{.name = "drivers", .version = "1.0.0"};
};
static_assert(tenon::app<::drivers>::drivers().empty());

using broken = tenon::driver<"broken", counter>;
struct breaks {
  static constexpr auto manifest = tenon::manifest{.name = "breaks", .version = "1.0.0"};
  using drivers = tenon::drivers<broken>;
  void on_start() { throw std::runtime_error("no"); }
  int call(broken, const counter::increase&) { return 0; }
  void call(broken, const counter::reset&) {}
  std::string call(broken, const counter::tell&) { return "called"; }
  std::string call(broken, const counter::sign&) { return "called"; }
};
TEST(drivers, of_an_extension_that_does_not_run_are_not_called) {
  tenon::app<breaks, counts> one;
  ASSERT_TRUE(one.start());
  const auto door = tenon::app<breaks, counts>::calls::driver_door(one);
  EXPECT_FALSE(door.is_available(door.rows[0]));
  EXPECT_TRUE(door.is_available(door.rows[1]));
  visitor by;
  EXPECT_FALSE(door.call(door.rows[0], 2, by.by()));
  EXPECT_EQ(by.result, "nothing");
}

}  // namespace
