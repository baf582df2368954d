// The life of a composition, seen through what its extensions write down.
#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

#include "tenon/app.hpp"

namespace {

using namespace tenon::literals;

std::vector<std::string>* trace = nullptr;
std::string failing;
void note(std::string_view what, std::string_view who) { trace->push_back(std::string(what) + " " + std::string(who)); }

// Five in a chain and beside it; each writes down what happens to it, and fails where a test says so.
template <class Self>
struct traced {
  traced() { note("make", Self::manifest.name); }
  ~traced() { note("destroy", Self::manifest.name); }
  void on_start() {
    note("start", Self::manifest.name);
    if (failing == "start " + std::string(Self::manifest.name)) throw std::runtime_error("the disk is gone");
  }
  void on_ready() {
    note("ready", Self::manifest.name);
    if (failing == "ready " + std::string(Self::manifest.name)) throw std::runtime_error("not today");
  }
  void on_unready() { note("unready", Self::manifest.name); }
  void on_stop() { note("stop", Self::manifest.name); }
};

struct a : traced<a> {
  static constexpr auto manifest = tenon::manifest{.name = "a", .version = "1.0.0"};
};
struct b : traced<b> {
  static constexpr auto manifest = tenon::manifest{.name = "b", .version = "1.0.0", .needs = {{"a"}}};
};
struct c : traced<c> {
  static constexpr auto manifest = tenon::manifest{.name = "c", .version = "1.0.0", .needs = {{"b"}}};
};
struct d : traced<d> {
  static constexpr auto manifest = tenon::manifest{.name = "d", .version = "1.0.0", .needs = {{"c"}}};
};
struct e : traced<e> {
  static constexpr auto manifest = tenon::manifest{.name = "e", .version = "1.0.0", .needs = {{"a"}}};
};
struct vital : traced<vital> {
  static constexpr auto manifest =
      tenon::manifest{.name = "vital", .version = "1.0.0", .needs = {{"b"}}, .essential = true};
};

class lifecycle : public testing::Test {
 protected:
  void SetUp() override {
    trace = &lines_;
    failing.clear();
  }
  std::string taken() {
    std::string out;
    for (const std::string& line : lines_) out += (out.empty() ? "" : ", ") + line;
    lines_.clear();
    return out;
  }
  std::vector<std::string> lines_;
};

TEST_F(lifecycle, runs_each_hook_once_in_start_order_and_back_in_exact_reverse) {
  {
    tenon::app<c, a, b> app;
    EXPECT_EQ(taken(), "make a, make b, make c");
    EXPECT_TRUE(app.start());
    EXPECT_TRUE(app.ready());
    EXPECT_EQ(taken(), "start a, start b, start c, ready a, ready b, ready c");
    app.stop();
    EXPECT_FALSE(app.ready());
    EXPECT_EQ(taken(), "unready c, unready b, unready a, stop c, stop b, stop a");
    app.stop();
    EXPECT_EQ(taken(), "") << "a second stop does nothing";
  }
  EXPECT_EQ(taken(), "destroy c, destroy b, destroy a");
}

TEST_F(lifecycle, ends_by_itself_with_the_app) {
  {
    tenon::app<a>().start();
  }
  EXPECT_EQ(taken(), "make a, start a, ready a, unready a, stop a, destroy a");
}

TEST_F(lifecycle, goes_on_without_the_third_of_five_and_holds_whoever_needs_it) {
  failing = "start c";
  tenon::app<a, b, c, d, e> app;
  taken();
  EXPECT_TRUE(app.start());
  EXPECT_EQ(taken(), "start a, start b, start e, start c, ready a, ready b, ready e");
  auto record = [&](std::string_view name) -> const tenon::status_record& {
    for (std::size_t i = 0; i < app.extensions().size(); ++i)
      if (app.extensions()[i].manifest.name == name) return app.status_of(i);
    throw std::logic_error("no such extension");
  };
  EXPECT_EQ(record("c").status, tenon::extension_status::fault);
  EXPECT_EQ(record("c").message, "the disk is gone");
  EXPECT_GT(record("c").since, std::chrono::system_clock::now() - std::chrono::minutes(1));
  EXPECT_EQ(record("d").status, tenon::extension_status::held);
  EXPECT_EQ(record("d").message, "held, because it needs c, which is in fault");
  EXPECT_EQ(record("e").status, tenon::extension_status::ok);
  app.stop();
  EXPECT_EQ(taken(), "unready e, unready b, unready a, stop e, stop b, stop a")
      << "neither the faulted nor the held one";
}

TEST_F(lifecycle, ends_the_start_when_an_essential_one_fails_and_takes_back_what_had_started) {
  failing = "start vital";
  tenon::app<a, b, vital, d, c> app;
  taken();
  EXPECT_FALSE(app.start());
  EXPECT_FALSE(app.ready());
  EXPECT_EQ(taken(), "start a, start b, start c, start vital, unready c, unready b, unready a, stop c, stop b, stop a");
}

struct essential_behind_c {
  static constexpr auto manifest =
      tenon::manifest{.name = "essential_behind_c", .version = "1.0.0", .needs = {{"c"}}, .essential = true};
};

TEST_F(lifecycle, ends_the_start_when_an_essential_one_is_held) {
  failing = "start c";
  tenon::app<a, b, c, essential_behind_c> app;
  EXPECT_FALSE(app.start());
  EXPECT_FALSE(app.ready());
  EXPECT_EQ(app.status_of(3).status, tenon::extension_status::held);
  EXPECT_EQ(app.status_of(0).status, tenon::extension_status::stopped);
}

template <class Self>
struct traced_door {
  void on_open() {
    note("open", Self::manifest.name);
    if (failing == "open " + std::string(Self::manifest.name)) throw std::runtime_error("the port is taken");
  }
  void on_close() { note("close", Self::manifest.name); }
};
struct front : traced_door<front> {
  static constexpr auto manifest = tenon::manifest{.name = "front", .version = "1.0.0"};
};
struct middle : traced_door<middle> {
  static constexpr auto manifest = tenon::manifest{.name = "middle", .version = "1.0.0", .needs = {{"front"}}};
};
struct rear : traced_door<rear> {
  static constexpr auto manifest = tenon::manifest{.name = "rear", .version = "1.0.0", .needs = {{"middle"}}};
};

TEST_F(lifecycle, closes_only_the_doors_that_opened) {
  failing = "open middle";
  tenon::app<front, middle, rear> app;
  EXPECT_FALSE(app.start());
  EXPECT_EQ(taken(), "open front, open middle, close front");
}

// Every step of a start can fail: what follows is always the mirrored prefix.
TEST_F(lifecycle, takes_back_exactly_what_had_started_whichever_step_fails) {
  const std::vector<std::string> order{"a", "b", "c", "vital", "d"};
  for (std::size_t failed = 0; failed < order.size(); ++failed) {
    failing = "start " + order[failed];
    tenon::app<a, b, vital, d, c> app;
    taken();
    app.start();
    app.stop();
    std::vector<std::string> started, stopped;
    for (const std::string& line : lines_) {
      if (line.starts_with("start ") && line != failing) started.push_back(line.substr(6));
      if (line.starts_with("stop ")) stopped.push_back(line.substr(5));
    }
    EXPECT_EQ(std::vector<std::string>(started.rbegin(), started.rend()), stopped) << failing;
  }
}

TEST_F(lifecycle, lets_an_extension_run_on_whose_on_ready_throws_and_counts_it) {
  failing = "ready a";
  tenon::app<a, b> app;
  EXPECT_TRUE(app.start());
  EXPECT_EQ(app.status_of(0).status, tenon::extension_status::ok);
  EXPECT_EQ(app.status_of(0).failures, 1U);
  EXPECT_EQ(app.status_of(1).failures, 0U);
}

struct thrower : traced<thrower> {
  static constexpr auto manifest = tenon::manifest{.name = "thrower", .version = "1.0.0", .needs = {{"b"}}};
  thrower() { throw std::out_of_range("no hands"); }
};
struct beyond : traced<beyond> {
  static constexpr auto manifest = tenon::manifest{.name = "beyond", .version = "1.0.0", .needs = {{"thrower"}}};
};

TEST_F(lifecycle, says_whose_constructor_throws_and_destroys_who_was_made_before) {
  std::string log;
  const tenon::log_sink sink{
      &log, [](void* to, const tenon::log_entry& entry) noexcept {
        static_cast<std::string*>(to)->append(entry.extension).append(": ").append(entry.message);
      }};
  EXPECT_THROW((tenon::app<a, b, thrower, beyond>({.log_sink = sink})), std::out_of_range) << "as it was thrown";
  EXPECT_EQ(log, "thrower: could not be made: no hands");
  EXPECT_EQ(taken(), "make a, make b, make thrower, destroy thrower, destroy b, destroy a");
}

TEST_F(lifecycle, of_two_apps_in_one_process_does_not_mix) {
  tenon::app<a> first;
  tenon::app<a> second;
  first.start();
  EXPECT_TRUE(first.ready());
  EXPECT_FALSE(second.ready());
  taken();
  second.start();
  first.stop();
  EXPECT_EQ(taken(), "start a, ready a, unready a, stop a");
  EXPECT_TRUE(second.ready());
}

struct configured {
  static constexpr auto manifest = tenon::manifest{.name = "configured", .version = "1.2.3"};
  struct settings {
    int workers = 4;
  };
  explicit configured(const tenon::boot<configured>& boot)
      : line(std::string(boot.name()) + " " + std::string(boot.version()) + " " + boot.environment().data_dir + " " +
             std::to_string(boot.settings().workers)) {}
  configured(const configured&) = delete;
  void on_start(auto& ctx) { line += " " + std::to_string(ctx.settings().workers); }
  std::string line;
};

TEST(extension, gets_its_own_name_version_directory_and_settings_when_it_is_made) {
  using composition = tenon::app<configured>;
  composition::settings_type settings;
  settings.of<configured>().workers = 7;
  composition app({.data_dir = "/data"}, settings);
  EXPECT_EQ(app.part<configured>().line, "configured 1.2.3 /data 7");
  app.start();
  EXPECT_EQ(app.part<configured>().line, "configured 1.2.3 /data 7 7");
}

struct exporter {
  static constexpr auto manifest = tenon::manifest{.name = "exporter", .version = "1.0.0"};
  using exports = int;
  int& exported() { return value; }
  int value = 7;
};
struct importer {
  static constexpr auto manifest =
      tenon::manifest{.name = "importer", .version = "1.0.0", .needs = {{"exporter", "1.x.x"}}};
  void on_start(auto& ctx) { ctx.import("exporter"_ext) += 1; }
};

TEST(extension, uses_what_another_one_exports) {
  tenon::app<importer, exporter> app;
  app.start();
  EXPECT_EQ(app.part<exporter>().value, 8);
}

TEST(composition, is_known_before_anything_runs) {
  static constexpr auto table = tenon::app<importer, exporter>::extensions();
  static_assert(table.size() == 2);
  static_assert(table[0].manifest.name == "exporter" && table[1].manifest.name == "importer");
  static_assert(table[1].level == 1 && table[1].needs[0] == 0 && table[1].need_count == 1);
  static_assert(table[1].hooks.size() == 1 && table[1].hooks[0] == "on_start");
  EXPECT_TRUE(table[1].type.ends_with("importer"));
}

TEST(hook, is_recognised_with_and_without_a_context) {
  static_assert(tenon::OnStart<importer>);
  static_assert(tenon::OnStart<a>);
  static_assert(!tenon::OnStart<exporter>);
  static_assert(!tenon::OnClose<a>);
}

TEST(composition, of_nothing_is_an_app_too) {
  tenon::app<> app;
  EXPECT_TRUE(app.start());
  EXPECT_TRUE(app.extensions().empty());
}

}  // namespace
