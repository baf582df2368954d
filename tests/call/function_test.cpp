// Functions: called by other extensions, found in the table, and called by a name that comes while the program runs.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <concepts>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/call/function_name.hpp"
#include "tenon/composition/redirect.hpp"
#include "tenon/extension.hpp"
#include "tenon/json/document.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/testing/harness.hpp"

namespace {

using namespace tenon::literals;
using tenon::testing::harness;

struct hello_world {
  static constexpr auto function =
      tenon::function{.name = "helloWorld", .doc = "Greets somebody.", .no_side_effects = true};
  std::string subject = "World";
};
struct add {
  static constexpr auto function = tenon::function{.name = "add", .admin = true};
  tenon::required<int> a;
  std::optional<int> b{};
};
struct forget {
  static constexpr auto function = tenon::function{.name = "forget", .su = true};
};
struct hello {
  static constexpr auto manifest = tenon::manifest{.name = "hello", .version = "1.0.0"};
  using functions = tenon::functions<hello_world, add, forget>;
  std::string call(const hello_world& arguments, auto& ctx) {
    return std::string(ctx.name()).append(" says hello ").append(arguments.subject);
  }
  // g++ 12 warns of an optional without a value where it sees through the call under a sanitizer.
  [[gnu::noinline]] int call(const add& arguments) { return arguments.a + arguments.b.value_or(1); }
  void call(const forget&) { ++forgotten; }
  int forgotten = 0;
};

struct caller {
  static constexpr auto manifest = tenon::manifest{.name = "caller", .version = "1.0.0", .needs = {{"hello"}}};
  void on_start(auto& ctx) {
    static_assert(std::same_as<decltype(ctx.call("helloWorld"_fn)), std::string>);
    static_assert(std::same_as<decltype(ctx.call("forget"_fn)), void>);
    greeting = ctx.call("helloWorld"_fn, {.subject = "Dave"});
    plain = ctx.call("helloWorld"_fn);
    sum = ctx.call("add"_fn, {.a = 2, .b = 3});
    next = ctx.call("hello::add"_fn, {.a = 2});
    ctx.call("forget"_fn);
  }
  std::string greeting, plain;
  int sum = 0, next = 0;
};

TEST(call, gives_another_extension_what_the_function_returns) {
  tenon::app<caller, hello> app;
  ASSERT_TRUE(app.start());
  EXPECT_EQ(app.part<caller>().greeting, "hello says hello Dave");
  EXPECT_EQ(app.part<caller>().sum, 5);
  EXPECT_EQ(app.part<hello>().forgotten, 1);
}

TEST(call, gives_an_argument_that_is_left_out_the_value_of_its_initialiser) {
  tenon::app<caller, hello> app;
  app.start();
  EXPECT_EQ(app.part<caller>().plain, "hello says hello World");
  EXPECT_EQ(app.part<caller>().next, 3);
}

// A listener that calls, and a function that emits: a circle that no listener closes.
struct ping {
  static constexpr std::string_view name = "ping";
};
struct poke {
  static constexpr auto function = tenon::function{.name = "poke"};
};
struct emitter {
  static constexpr auto manifest = tenon::manifest{.name = "emitter", .version = "1.0.0"};
  using functions = tenon::functions<poke>;
  using emits = tenon::events<ping>;
  void call(const poke&, auto& ctx) { ctx.emit(ping{}); }
  void on_ready(auto& ctx) { ctx.call("poke"_fn); }
};
struct poker {
  static constexpr auto manifest = tenon::manifest{.name = "poker", .version = "1.0.0", .needs = {{"emitter"}}};
  void on(const ping&, auto& ctx) {
    ++heard;
    ctx.call("poke"_fn);
  }
  int heard = 0;
};
// It says that it emits nothing when it hears one, and calls a function of its own that does.
struct sly {
  static constexpr auto manifest = tenon::manifest{.name = "sly", .version = "1.0.0"};
  using functions = tenon::functions<poke>;
  using emits = tenon::events<ping>;
  using answers = tenon::answers<tenon::on<ping>>;
  void call(const poke&, auto& ctx) { ctx.emit(ping{}); }
  void on(const ping&, auto& ctx) {
    ++heard;
    ctx.call("poke"_fn);
  }
  void on_ready(auto& ctx) { ctx.call("poke"_fn); }
  int heard = 0;
};

TEST(call, by_a_listener_is_part_of_a_circle_that_ends_64_deep) {
  tenon::app<emitter, poker> app;
  app.start();
  EXPECT_EQ(app.part<poker>().heard, 64);
}
TEST(call, of_ones_own_function_is_no_way_around_what_one_says_to_answer) {
  tenon::app<sly> app;
  app.start();
  EXPECT_EQ(app.part<sly>().heard, 64);
}

// A function takes its time while its extension is to stop and start anew.
struct slow {
  static constexpr auto function = tenon::function{.name = "slow"};
};
struct pool {
  static constexpr auto manifest = tenon::manifest{.name = "pool", .version = "1.0.0"};
  struct settings {
    tenon::restart<int> threads = 1;
  };
  using functions = tenon::functions<slow>;
  bool call(const slow&) {
    inside = true;
    for (int i = 0; i < 100 && !stopped; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return stopped;
  }
  void on_start() { stopped = false; }
  void on_stop() {
    stopped = true;
    ++stops;
  }
  std::atomic<bool> inside{false}, stopped{false};
  std::atomic<int> stops{0};
};
struct holds_the_door {
  static constexpr auto manifest = tenon::manifest{.name = "holds_the_door", .version = "1.0.0"};
  void on_open(auto& ctx) { door = ctx.function_door(); }
  tenon::call::function_door door;
};

TEST(function_door, keeps_an_extension_from_stopping_while_somebody_is_in_one_of_its_functions) {
  harness<pool, holds_the_door> on;
  bool saw_it_stopped = true;
  std::thread caller([&] {
    const tenon::call::caller by{
        .context = &saw_it_stopped,
        .read = [](void*, const tenon::reflect::slot&, void*) { return true; },
        .write = [](void* out, const tenon::reflect::slot&,
                    const void* result) { *static_cast<bool*>(out) = *static_cast<const bool*>(result); }};
    EXPECT_TRUE(on.fake<holds_the_door>().door.call(0, by));
  });
  while (!on.extension().inside) std::this_thread::yield();
  on.change(R"({"threads": 2})");
  caller.join();
  EXPECT_FALSE(saw_it_stopped);
  EXPECT_EQ(on.extension().stops, 1);
}

struct moody {
  static constexpr auto manifest = tenon::manifest{.name = "moody", .version = "1.0.0"};
  using functions = tenon::functions<hello_world, forget>;
  std::string call(const hello_world&) { return "moody says nothing"; }
  void call(const forget&, auto& ctx) { said = ctx.call("moody::helloWorld"_fn); }
  std::string said;
};
struct chooser {
  static constexpr auto manifest =
      tenon::manifest{.name = "chooser", .version = "1.0.0", .needs = {{"hello"}, {"moody"}}};
  void on_start(auto& ctx) {
    first = ctx.call("hello::helloWorld"_fn);
    second = ctx.call("moody::helloWorld"_fn);
  }
  std::string first, second;
};

TEST(call, can_say_whose_function_is_meant_where_several_have_one_of_that_name) {
  tenon::app<hello, moody, chooser> app;
  app.start();
  EXPECT_EQ(app.part<chooser>().first, "hello says hello World");
  EXPECT_EQ(app.part<chooser>().second, "moody says nothing");
}

struct polite : hello {
  static constexpr auto manifest = tenon::manifest{.name = "polite", .version = "1.0.0"};
  struct exports {};
  exports& exported() { return own; }
  exports own;
};
struct follower {
  static constexpr auto manifest = tenon::manifest{.name = "follower", .version = "1.0.0", .needs = {{"hello"}}};
  void on_start(auto& ctx) { greeting = ctx.call("hello::helloWorld"_fn); }
  std::string greeting;
};

TEST(call, follows_a_redirect_of_the_need_as_an_import_does) {
  tenon::app<follower, tenon::redirect<"hello", "polite">, hello, polite> app;
  app.start();
  EXPECT_EQ(app.part<follower>().greeting, "polite says hello World");
}

TEST(call, reaches_the_functions_of_the_extension_itself) {
  harness<moody> on;
  on.call("forget"_fn);
  EXPECT_EQ(on.extension().said, "moody says nothing");
}

TEST(harness, calls_a_function_of_the_extension_under_test) {
  harness<hello> on;
  EXPECT_EQ(on.call("helloWorld"_fn, {.subject = "Ada"}), "hello says hello Ada");
  EXPECT_EQ(on.call("helloWorld"_fn), "hello says hello World");
}

struct strict {
  static constexpr auto manifest = tenon::manifest{.name = "strict", .version = "1.0.0"};
  using functions = tenon::functions<forget>;
  void call(const forget&) { throw tenon::error(tenon::error_type::not_found, "there is nothing to forget"); }
};

// As over HTTP.
TEST(call_as, asks_for_the_rights_of_whom_it_is_done_for) {
  harness<hello> on;
  const tenon::user ada{.id = "ada", .email = "ada@example.org"};
  const tenon::passport user{.user = ada}, administrator{.user = ada, .role = tenon::role::admin},
      superuser{.user = ada, .role = tenon::role::su},
      reader{.user = ada, .scopes = std::vector{tenon::scope::read}, .role = tenon::role::admin};
  EXPECT_EQ(on.call_as(&user, "helloWorld"_fn, {.subject = "Ada"}), "hello says hello Ada");
  EXPECT_EQ(on.call_as(&reader, "helloWorld"_fn), "hello says hello World");
  EXPECT_EQ(on.call_as(&administrator, "add"_fn, {.a = 1}), 2);
  on.call_as(&superuser, "forget"_fn);
  on.call_as(tenon::actor{.extension = "hello"}, "forget"_fn);
  const auto refusal = [&](const tenon::passport* who, auto name, const auto& arguments) -> std::string {
    try {
      static_cast<void>(on.call_as(who, name, arguments));
      return "none";
    } catch (const tenon::error& refused) {
      return std::to_string(refused.status()).append(" ").append(refused.message());
    }
  };
  EXPECT_EQ(refusal(&user, "add"_fn, add{.a = 1}), "403 Missing 'admin' permission: add");
  EXPECT_EQ(refusal(&administrator, "forget"_fn, forget{}), "403 Missing 'su' permission: forget");
  EXPECT_EQ(refusal(&reader, "add"_fn, add{.a = 1}), "403 Missing 'runt:execute' permission: add");
  EXPECT_EQ(refusal(nullptr, "helloWorld"_fn, hello_world{}), "401 Unauthorized: helloWorld is for whoever is known.");
  EXPECT_THROW(on.call_as(tenon::actor{.passport = nullptr}, "forget"_fn), tenon::error) << "nobody is not the system";
  EXPECT_EQ(on.extension().forgotten, 2);
}

TEST(call, throws_what_the_function_throws) {
  harness<strict> on;
  EXPECT_THROW(on.call("forget"_fn), tenon::error);
}

// --- the table ---------------------------------------------------------------------------------------------------

TEST(function_table, says_what_can_be_called_in_start_order) {
  using composition = tenon::app<moody, caller, hello>;
  constexpr auto rows = composition::functions();
  static_assert(rows.size() == 5);
  static_assert(rows[0].name == "helloWorld" && rows[0].extension == "hello" && rows[0].doc == "Greets somebody.");
  static_assert(rows[0].no_side_effects && !rows[0].admin && rows[1].admin && rows[2].su && !rows[2].gives_result);
  static_assert(rows[3].extension == "moody" && composition::extensions()[rows[3].rank].manifest.name == "moody");
  const auto& arguments = tenon::reflect::as<tenon::reflect::aggregate_type>(*rows[1].arguments.of);
  ASSERT_EQ(arguments.fields.size(), 2U);
  EXPECT_EQ(arguments.fields[0].name, "a");
  EXPECT_TRUE(arguments.fields[0].wears->required);
  EXPECT_FALSE(arguments.fields[1].wears->required);
}

TEST(function_table, knows_the_arguments_of_somebody_who_says_nothing) {
  std::string text;
  tenon::app<hello>::functions()[0].with_defaults(&text, [](void* to, const void* arguments) {
    *static_cast<std::string*>(to) = tenon::json::to_text(*static_cast<const hello_world*>(arguments));
  });
  EXPECT_EQ(text, R"({"subject":"World"})");
}

// --- by a name that comes while the program runs -----------------------------------------------------------------

struct by_text {
  std::string_view text;
  std::vector<tenon::finding> findings{};
  std::string result = "nothing";

  static bool read(void* self, const tenon::reflect::slot& place, void* arguments) {
    by_text& own = *static_cast<by_text*>(self);
    return tenon::json::read(place, arguments, own.text,
                             {.unknown = tenon::json::unknown::ignored, .missing = tenon::json::missing::kept},
                             own.findings);
  }
  static void write(void* self, const tenon::reflect::slot& place, const void* result) {
    static_cast<by_text*>(self)->result = tenon::json::written(place, const_cast<void*>(result), {});
  }
};
// Has the way there, as a door has it.
struct doorman {
  static constexpr auto manifest = tenon::manifest{.name = "doorman", .version = "1.0.0"};
  void on_start(auto& ctx) { way = ctx.function_door(); }
  by_text call(std::size_t row, std::string_view text) const {
    by_text out{text};
    EXPECT_TRUE(way.call(row, {&out, &by_text::read, &by_text::write}));
    return out;
  }
  tenon::call::function_door way{};
};

TEST(function_table, is_empty_where_nobody_has_functions) {
  EXPECT_TRUE(tenon::app<doorman>::functions().empty());
  EXPECT_TRUE(tenon::app<>::functions().empty());
}

TEST(function_door, reads_the_arguments_and_gives_the_result) {
  tenon::app<hello, doorman> app;
  app.start();
  const doorman& door = app.part<doorman>();
  ASSERT_EQ(door.way.rows[0].name, "helloWorld");
  EXPECT_EQ(door.call(0, R"({"subject": "Dave", "unknown": 1})").result, R"("hello says hello Dave")");
  EXPECT_EQ(door.call(0, "{}").result, R"("hello says hello World")");
  EXPECT_EQ(door.call(1, R"({"a": 4})").result, "5");
}

TEST(function_door, leaves_the_result_alone_where_the_function_gives_nothing) {
  tenon::app<hello, doorman> app;
  app.start();
  EXPECT_EQ(app.part<doorman>().call(2, "{}").result, "nothing");
  EXPECT_EQ(app.part<hello>().forgotten, 1);
}

TEST(function_door, does_not_call_where_an_argument_is_missing_that_has_to_be_there) {
  tenon::app<hello, doorman> app;
  app.start();
  const by_text refused = app.part<doorman>().call(1, R"({"b": 4})");
  EXPECT_EQ(refused.result, "nothing");
  ASSERT_EQ(refused.findings.size(), 1U);
  EXPECT_EQ(refused.findings[0].pointer, "/a");
}

struct broken : hello {
  static constexpr auto manifest = tenon::manifest{.name = "broken", .version = "1.0.0"};
  void on_start() { throw std::runtime_error("no"); }
};

TEST(function_door, says_whose_functions_nobody_may_call) {
  tenon::app<hello, broken, doorman> app;
  app.start();
  const auto& way = app.part<doorman>().way;
  for (std::size_t i = 0; i < way.rows.size(); ++i)
    EXPECT_EQ(way.is_available(i), way.rows[i].extension == "hello") << way.rows[i].extension;
}

TEST(function_name, is_a_word_that_begins_with_a_small_letter) {
  using tenon::call::function_name_problem;
  EXPECT_EQ(function_name_problem("helloWorld"), "");
  EXPECT_EQ(function_name_problem("hello_world2"), "");
  EXPECT_EQ(function_name_problem(""), "is empty");
  EXPECT_EQ(function_name_problem("HelloWorld"), "does not begin with a letter a-z");
  EXPECT_EQ(function_name_problem("hello-world"), "has a character other than letters, digits and _");
  EXPECT_EQ(function_name_problem(std::string(63, 'a')), "is longer than 62 characters");
}

}  // namespace
