// Events between extensions, as extensions see them.
#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/testing/api_key_provider_archetype.hpp"

namespace {

using namespace tenon::literals;

std::vector<std::string>* heard = nullptr;
void note(std::string line) { heard->push_back(std::move(line)); }

class event : public testing::Test {
 protected:
  void SetUp() override { heard = &lines_; }
  std::string taken() {
    std::string out;
    for (const std::string& line : lines_) out += (out.empty() ? "" : ", ") + line;
    lines_.clear();
    return out;
  }

 private:
  std::vector<std::string> lines_;
};

template <class App>
const tenon::status_record& record_of(const App& app, std::string_view name) {
  for (std::size_t i = 0; i < app.extensions().size(); ++i)
    if (app.extensions()[i].manifest.name == name) return app.status_of(i);
  throw std::logic_error("no such extension");
}

// --- who hears, and in which order -------------------------------------------------------------------------------

struct test_event {
  static constexpr std::string_view name = "test.event";
  int number = 0;
};
struct quinn {
  static constexpr auto manifest = tenon::manifest{.name = "quinn", .version = "1.0.0"};
  using emits = tenon::events<test_event>;
  void on(const test_event& event) { note("quinn " + std::to_string(event.number)); }
  void on_ready(auto& ctx) { ctx.emit(test_event{7}); }
};
struct first {
  static constexpr auto manifest = tenon::manifest{.name = "first", .version = "1.0.0", .priority = -1};
  void on(test_event& event) {
    note("first " + std::to_string(event.number));
    ++event.number;
  }
};
struct later {
  static constexpr auto manifest = tenon::manifest{.name = "later", .version = "1.0.0", .needs = {{"quinn"}}};
  void on(const test_event& event, auto& ctx) { note(std::string(ctx.name()) + " " + std::to_string(event.number)); }
};

TEST_F(event, reaches_each_listener_exactly_once_in_start_order_and_its_emitter_too) {
  tenon::app<later, quinn, first> app;
  app.start();
  EXPECT_EQ(taken(), "first 7, quinn 8, later 8");
}

TEST_F(event, reaches_the_same_in_the_same_order_however_a_program_lists_its_extensions) {
  tenon::app<first, quinn, later> app;
  app.start();
  EXPECT_EQ(taken(), "first 7, quinn 8, later 8");
}

TEST_F(event, of_one_app_is_not_heard_in_another) {
  tenon::app<quinn> one;
  tenon::app<quinn, first> other;
  one.start();
  EXPECT_EQ(taken(), "quinn 7");
}

struct base_event {
  static constexpr std::string_view name = "base.event";
};
struct derived_event : base_event {
  static constexpr std::string_view name = "derived.event";
};
struct emitter_of_both {
  static constexpr auto manifest = tenon::manifest{.name = "emitter_of_both", .version = "1.0.0"};
  using emits = tenon::events<base_event, derived_event>;
  void on_ready(auto& ctx) {
    ctx.emit(base_event{});
    ctx.emit(derived_event{});
  }
};
struct listener_to_the_base {
  static constexpr auto manifest = tenon::manifest{.name = "listener_to_the_base", .version = "1.0.0"};
  void on(base_event&) { note("base"); }
};
struct listener_to_the_derived {
  static constexpr auto manifest = tenon::manifest{.name = "listener_to_the_derived", .version = "1.0.0"};
  void on(const derived_event&) { note("derived"); }
};

TEST_F(event, is_heard_by_its_exact_type_and_by_no_base_of_it) {
  tenon::app<emitter_of_both, listener_to_the_base, listener_to_the_derived> app;
  app.start();
  EXPECT_EQ(taken(), "base, derived");
}

struct by_value {
  void on(test_event);
};
static_assert(tenon::Listens<first, test_event> && tenon::Listens<later, test_event>);
static_assert(!tenon::Listens<by_value, test_event> && !tenon::Listens<first, base_event>);
static_assert(tenon::Event<test_event> && !tenon::Event<const test_event> && !tenon::Event<int>);
static_assert(tenon::Emits<quinn, test_event> && !tenon::Emits<first, test_event> && !tenon::Emits<quinn, base_event>);

struct lonely_event {
  static constexpr std::string_view name = "lonely.event";
  static constexpr bool may_be_unheard = true;
  int number = 3;
};
struct talker {
  static constexpr auto manifest = tenon::manifest{.name = "talker", .version = "1.0.0"};
  using emits = tenon::events<lonely_event>;
  void on_ready(auto& ctx) { note(std::to_string(ctx.emit(lonely_event{}).number)); }
};

TEST_F(event, that_may_be_unheard_is_emitted_into_silence) {
  tenon::app<talker> app;
  app.start();
  EXPECT_EQ(taken(), "3");
}

// --- answers and vetoes ------------------------------------------------------------------------------------------

struct signing_up {
  static constexpr std::string_view name = "signing.up";
  std::string email;
  bool allow = true;
};
struct desk {
  static constexpr auto manifest = tenon::manifest{.name = "desk", .version = "1.0.0"};
  using emits = tenon::events<signing_up>;
  std::function<bool(const std::string&)> by_value_at_once;
  std::function<bool(signing_up&)> by_reference;
  std::function<bool(const signing_up&)> from_a_constant;
  void on_start(auto& ctx) {
    by_value_at_once = [ctx](const std::string& email) { return ctx.emit(signing_up{email}).allow; };
    by_reference = [ctx](signing_up& event) { return ctx.emit(event).allow; };
    from_a_constant = [ctx](const signing_up& event) { return ctx.emit(event).allow; };
  }
};
struct bouncer {
  static constexpr auto manifest = tenon::manifest{.name = "bouncer", .version = "1.0.0"};
  void on(signing_up& event) {
    if (event.email.ends_with("@evil.com")) event.allow = false;
  }
};

TEST_F(event, is_vetoed_by_a_listener_that_says_so_in_it) {
  tenon::app<desk, bouncer> app;
  app.start();
  EXPECT_TRUE(app.part<desk>().by_value_at_once("ada@example.com"));
  EXPECT_FALSE(app.part<desk>().by_value_at_once("eve@evil.com"));
}

TEST_F(event, given_by_reference_is_the_one_that_listeners_change) {
  tenon::app<desk, bouncer> app;
  app.start();
  signing_up mine{"eve@evil.com"};
  EXPECT_FALSE(app.part<desk>().by_reference(mine));
  EXPECT_FALSE(mine.allow);
}

TEST_F(event, that_is_const_is_copied_and_stays_as_it_was) {
  tenon::app<desk, bouncer> app;
  app.start();
  const signing_up mine{"eve@evil.com"};
  EXPECT_FALSE(app.part<desk>().from_a_constant(mine));
  EXPECT_TRUE(mine.allow);
}

// --- one target --------------------------------------------------------------------------------------------------

struct caller {
  static constexpr auto manifest = tenon::manifest{.name = "caller", .version = "1.0.0"};
  using emits = tenon::events<test_event>;
  void on_ready(auto& ctx) {
    ctx.emit_to("later"_ext, test_event{1});
    ctx.emit_to("extension_impl"_ext, test_event{2});
  }
};
struct behind_the_alias {
  static constexpr auto manifest = tenon::manifest{.name = "behind_the_alias", .version = "1.0.0"};
  tenon::testing::api_key_provider_archetype api_key{[] { return tenon::timestamp{}; }};
  void on(const test_event& event) { note("impl " + std::to_string(event.number)); }
};
struct quiet {
  static constexpr auto manifest = tenon::manifest{.name = "quinn", .version = "1.0.0"};
};

TEST_F(event, that_is_sent_to_one_reaches_that_one_alone) {
  tenon::app<caller, later, quiet, tenon::implementation<behind_the_alias>, first> app;
  app.start();
  EXPECT_EQ(taken(), "later 1, impl 2");
}

// --- listeners that fail, and those that do not hear -------------------------------------------------------------

struct opening {
  static constexpr std::string_view name = "opening";
  bool allow = true;
};
struct closing {
  static constexpr std::string_view name = "closing";
  static constexpr bool fail_closed = true;
  bool allow = true;
};
struct porter {
  static constexpr auto manifest = tenon::manifest{.name = "porter", .version = "1.0.0", .priority = -2};
  using emits = tenon::events<opening, closing>;
  std::function<bool()> opens, closes;
  void on_start(auto& ctx) {
    opens = [ctx] { return ctx.emit(opening{}).allow; };
    closes = [ctx] { return ctx.emit(closing{}).allow; };
  }
};
struct clumsy {
  static constexpr auto manifest = tenon::manifest{.name = "clumsy", .version = "1.0.0", .priority = -1};
  void on(opening&) { throw std::runtime_error("dropped it"); }
  void on(closing&) { throw 7; }
};
struct careful {
  static constexpr auto manifest = tenon::manifest{.name = "careful", .version = "1.0.0"};
  void on(const opening&) noexcept { note("careful opens"); }
  void on(const closing&) noexcept { note("careful closes"); }
};

TEST_F(event, goes_on_to_the_others_when_a_listener_throws_and_counts_it) {
  std::string log;
  tenon::app<porter, clumsy, careful> app(
      {.log_sink = {&log, [](void* data, const tenon::log_entry& entry) noexcept {
                      if (entry.level == tenon::log_level::error)
                        static_cast<std::string*>(data)->append(entry.extension).append(": ").append(entry.message);
                    }}});
  app.start();
  EXPECT_TRUE(app.part<porter>().opens()) << "an event is fail-open unless it says otherwise";
  EXPECT_EQ(taken(), "careful opens");
  EXPECT_EQ(log, "clumsy: on opening failed: dropped it");
  EXPECT_EQ(record_of(app, "clumsy").failures, 1U);
  EXPECT_EQ(record_of(app, "clumsy").status, tenon::extension_status::ok);
}

TEST_F(event, that_is_fail_closed_is_vetoed_by_a_listener_that_throws) {
  tenon::app<porter, clumsy, careful> app;
  app.start();
  EXPECT_FALSE(app.part<porter>().closes());
  EXPECT_EQ(taken(), "careful closes");
}

struct broken {
  static constexpr auto manifest = tenon::manifest{.name = "broken", .version = "1.0.0"};
  void on_start() { throw std::runtime_error("no disk"); }
  void on(test_event&) { note("broken"); }
};
struct held {
  static constexpr auto manifest = tenon::manifest{.name = "held", .version = "1.0.0", .needs = {{"broken"}}};
  void on(test_event&) { note("held"); }
};
struct stopping {
  static constexpr auto manifest = tenon::manifest{.name = "stopping", .version = "1.0.0", .needs = {{"town_crier"}}};
  void on_stop() { note("stopping stops"); }
  void on(test_event&) { note("stopping"); }
};
struct town_crier {
  static constexpr auto manifest = tenon::manifest{.name = "town_crier", .version = "1.0.0"};
  using emits = tenon::events<test_event>;
  void on_ready(auto& ctx) { ctx.emit(test_event{}); }
  void on_stop(auto& ctx) { ctx.emit(test_event{}); }
};

TEST_F(event, skips_and_counts_extensions_in_fault_held_and_stopped) {
  tenon::app<broken, held, stopping, town_crier> app;
  app.start();
  EXPECT_EQ(taken(), "stopping");
  EXPECT_EQ(record_of(app, "broken").skipped, 1U);
  EXPECT_EQ(record_of(app, "held").skipped, 1U);
  EXPECT_EQ(record_of(app, "stopping").skipped, 0U);
  app.stop();
  EXPECT_EQ(taken(), "stopping stops");
  EXPECT_EQ(record_of(app, "stopping").skipped, 1U);
}

// --- patterns ----------------------------------------------------------------------------------------------------

struct create {
  static constexpr std::string_view name = "create";
};
struct create_file {
  static constexpr std::string_view name = "create.file";
};
struct create_file_link {
  static constexpr std::string_view name = "create.file.link";
};
struct creator {
  static constexpr auto manifest = tenon::manifest{.name = "creator", .version = "1.0.0"};
  using emits = tenon::events<create, create_file, create_file_link>;
  void on(create&) {}
  void on_ready(auto& ctx) {
    ctx.emit(create{});
    ctx.emit(create_file{});
    ctx.emit(create_file_link{});
  }
};
struct watcher {
  static constexpr auto manifest = tenon::manifest{.name = "watcher", .version = "1.0.0"};
  using listens = tenon::listens<tenon::pattern<"create.*">, create_file_link>;
  void on_any(const auto& event) { note("any " + std::string(event.name)); }
  void on(const create_file_link&) { note("link"); }
};
struct logger {
  static constexpr auto manifest = tenon::manifest{.name = "logger", .version = "1.0.0", .priority = 1};
  using listens = tenon::listens<tenon::pattern<"*">>;
  void on_any(auto& event, auto& ctx) { note(std::string(ctx.name()) + " " + std::string(event.name)); }
};

TEST_F(event, goes_by_pattern_to_whatever_stands_below_a_name_and_never_twice_to_one_listener) {
  tenon::app<creator, watcher> app;
  app.start();
  EXPECT_EQ(taken(), "any create.file, link");
}

TEST_F(event, of_any_name_goes_to_a_star) {
  tenon::app<creator, logger> app;
  app.start();
  EXPECT_EQ(taken(), "logger create, logger create.file, logger create.file.link, logger ready");
}

TEST(pattern, covers_what_is_below_it_at_any_depth_but_not_itself) {
  static_assert(tenon::pattern<"a.*">::matches("a.b") && tenon::pattern<"a.*">::matches("a.b.c"));
  static_assert(!tenon::pattern<"a.*">::matches("a") && !tenon::pattern<"a.*">::matches("ab"));
  static_assert(!tenon::pattern<"a.b.c.*">::matches("a.b.c") && tenon::pattern<"a.b">::matches("a.b"));
  static_assert(!tenon::pattern<"a.b">::matches("a.b.c") && tenon::pattern<"*">::matches("a"));
}

// --- circles -----------------------------------------------------------------------------------------------------

struct ping {
  static constexpr std::string_view name = "ping";
  int left = 0;
};
struct pong {
  static constexpr std::string_view name = "pong";
  int left = 0;
};
struct one_side {
  static constexpr auto manifest = tenon::manifest{.name = "one_side", .version = "1.0.0"};
  using emits = tenon::events<ping>;
  int heard_pongs = 0;
  std::function<void(int)> serve;
  void on_start(auto& ctx) {
    serve = [ctx](int left) { ctx.emit(ping{left}); };
  }
  void on(const pong& event, auto& ctx) {
    ++heard_pongs;
    if (event.left > 0) ctx.emit(ping{event.left - 1});
  }
};
struct other_side {
  static constexpr auto manifest = tenon::manifest{.name = "other_side", .version = "1.0.0"};
  using emits = tenon::events<pong>;
  void on(const ping& event, auto& ctx) { ctx.emit(pong{event.left}); }
};

TEST_F(event, may_lead_to_itself_as_long_as_that_ends) {
  tenon::app<one_side, other_side> app;
  app.start();
  app.part<one_side>().serve(10);
  EXPECT_EQ(app.part<one_side>().heard_pongs, 11);
  EXPECT_EQ(record_of(app, "one_side").failures, 0U);
}

TEST_F(event, that_leads_to_itself_for_ever_ends_64_deep_with_the_emitters_failure) {
  std::string log;
  tenon::app<one_side, other_side> app(
      {.log_sink = {&log, [](void* data, const tenon::log_entry& entry) noexcept {
                      if (entry.level == tenon::log_level::error)
                        static_cast<std::string*>(data)->append(entry.extension).append(": ").append(entry.message);
                    }}});
  app.start();
  app.part<one_side>().serve(1'000'000);
  EXPECT_EQ(log,
            "one_side: on pong failed: one_side emits ping while hearing it, 64 deep. Have a listener stop answering "
            "it.");
  EXPECT_EQ(app.part<one_side>().heard_pongs, 64);
  app.part<one_side>().serve(0);
  EXPECT_EQ(app.part<one_side>().heard_pongs, 65) << "and the way is free again";
}

template <class E, class... Extensions>
constexpr bool returns = [] {
  using events = typename tenon::app<Extensions...>::events_type;
  return events::returns(tenon::meta::index_of<E, typename events::row>);
}();

TEST(composition, knows_which_events_can_lead_to_themselves) {
  static_assert(returns<ping, one_side, other_side, quinn, later>);
  static_assert(returns<pong, one_side, other_side, quinn, later>);
  static_assert(!returns<test_event, quiet, later, caller, tenon::implementation<behind_the_alias>>);
  static_assert(returns<test_event, one_side, other_side, quinn, later>, "quinn hears what it emits itself");
}

// --- whose it is -------------------------------------------------------------------------------------------------

// As commands are made: the event knows for whom it acts, because it is told before each listener.
struct create_commands {
  static constexpr std::string_view name = "create.commands";
  std::string_view listener;
  void heard_by(std::string_view extension) { listener = extension; }
  void create_command(std::string_view command) { note(std::string(listener) + ":" + std::string(command)); }
};
struct console {
  static constexpr auto manifest = tenon::manifest{.name = "console", .version = "1.0.0"};
  using emits = tenon::events<create_commands>;
  void on_ready(auto& ctx) { ctx.emit(create_commands{}); }
};
struct utils {
  static constexpr auto manifest = tenon::manifest{.name = "utils", .version = "1.0.0"};
  void on(create_commands& event) { event.create_command("say-hello"); }
};
struct files {
  static constexpr auto manifest = tenon::manifest{.name = "files", .version = "1.0.0"};
  void on(create_commands& event) { event.create_command("list"); }
};

TEST_F(event, knows_for_which_listener_its_own_methods_act) {
  tenon::app<console, utils, files> app;
  app.start();
  EXPECT_EQ(taken(), "files:list, utils:say-hello");
}

TEST_F(event, emitted_from_a_callback_comes_from_the_extension_that_made_it) {
  tenon::app<desk, bouncer> app;
  app.start();
  const auto kept = app.part<desk>().by_value_at_once;
  EXPECT_FALSE(kept("eve@evil.com"));
}

}  // namespace
