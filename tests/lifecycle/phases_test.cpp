// The phases of a life, in the order that the table of docs/lifecycle.md gives.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/api_key_provider_archetype.hpp"
#include "tenon/testing/fake_clock.hpp"

namespace {

using namespace std::chrono_literals;

// Written by the executors' threads too.
struct journal {
  void add(std::string_view what, std::string_view who) {
    const std::lock_guard lock(mutex);
    lines.emplace_back(what, who);
  }
  std::string taken() {
    const std::lock_guard lock(mutex);
    std::string out;
    for (const auto& [what, who] : lines) out += (out.empty() ? "" : ", ") + what + " " + who;
    lines.clear();
    return out;
  }
  std::mutex mutex;
  std::vector<std::pair<std::string, std::string>> lines;
};
journal* book = nullptr;
std::string failing;  // "init b": that hook of that extension throws

template <class Self>
struct whole {
  whole() { note("make"); }
  ~whole() { note("destroy"); }
  void on_preinit() { note("preinit"); }
  void on_init() { note("init"); }
  void on_start() { note("start"); }
  void on_ready() { note("ready"); }
  void on_open() { note("open"); }
  void on_steady_state() { note("steady"); }
  void on_close() { note("close"); }
  void on_unready() { note("unready"); }
  void on_stop() { note("stop"); }
  static void note(std::string_view what) {
    book->add(what, Self::manifest.name);
    if (failing == std::string(what) + " " + std::string(Self::manifest.name)) throw std::runtime_error("not today");
  }
};

struct core_a : whole<core_a> {
  static constexpr auto manifest = tenon::manifest{.name = "core_a", .version = "1.0.0", .core = true};
};
struct core_b : whole<core_b> {
  static constexpr auto manifest =
      tenon::manifest{.name = "core_b", .version = "1.0.0", .needs = {{"core_a"}}, .core = true};
};
struct notes : whole<notes> {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
};
struct tags : whole<tags> {
  static constexpr auto manifest =
      tenon::manifest{.name = "tags", .version = "1.0.0", .needs = {{"notes"}, {"core_a"}}};
};

struct backing : whole<backing> {
  static constexpr auto manifest = tenon::manifest{.name = "backing", .version = "1.0.0"};
  tenon::testing::api_key_provider_archetype api_key{[] { return tenon::timestamp(); }};
};

class phases : public testing::Test {
 protected:
  void SetUp() override {
    book = &book_;
    failing.clear();
  }
  journal book_;
  tenon::testing::fake_clock time_;
};

TEST_F(phases, have_barriers_between_them_and_core_is_up_before_any_other_begins) {
  tenon::app<tags, notes, core_a> app({.clock = &time_});
  EXPECT_EQ(book_.taken(), "make core_a, make notes, make tags");
  EXPECT_TRUE(app.start());
  EXPECT_EQ(book_.taken(),
            "preinit core_a, init core_a, start core_a, "
            "preinit notes, preinit tags, init notes, init tags, start notes, start tags, "
            "ready core_a, ready notes, ready tags, open core_a, open notes, open tags");
  time_.advance(10s);
  app.settle();
  EXPECT_EQ(book_.taken(), "steady core_a, steady notes, steady tags");
  app.stop();
  EXPECT_EQ(book_.taken(),
            "close tags, close notes, close core_a, unready tags, unready notes, unready core_a, "
            "stop tags, stop notes, stop core_a");
}

TEST_F(phases, of_core_extensions_go_level_by_level_so_that_a_need_has_started_before_the_first_hook) {
  tenon::app<core_b, core_a> app({.clock = &time_});
  book_.taken();
  EXPECT_TRUE(app.start());
  EXPECT_TRUE(book_.taken().starts_with(
      "preinit core_a, init core_a, start core_a, preinit core_b, init core_b, start core_b, ready core_a"));
}

TEST_F(phases, take_the_implementation_for_core) {
  tenon::app<core_a, tenon::implementation<backing>> app({.clock = &time_});
  book_.taken();
  EXPECT_TRUE(app.start());
  EXPECT_TRUE(book_.taken().starts_with("preinit backing, preinit core_a, init backing, init core_a, start backing"));
}

// Not as in the original, where preinit ran several times and ready twice, the more the more extensions there were.
TEST_F(phases, run_each_hook_of_each_extension_exactly_once) {
  {
    tenon::app<tags, notes, core_b, core_a> app({.clock = &time_});
    EXPECT_TRUE(app.start());
    time_.advance(1h);
    app.settle();
    time_.advance(1h);
    app.settle();
    EXPECT_TRUE(app.start()) << "a second start does nothing";
    app.stop();
    EXPECT_FALSE(app.start()) << "an app runs once";
  }
  std::map<std::pair<std::string, std::string>, int> count;
  for (const auto& line : book_.lines) ++count[line];
  EXPECT_EQ(count.size(), 4U * 11U);
  for (const auto& [line, times] : count) EXPECT_EQ(times, 1) << line.first << " " << line.second;
}

// Not as in the original, where a throwing preinit was an unhandled rejection and a throwing init ended the boot.
TEST_F(phases, go_on_when_a_hook_before_on_start_throws_which_is_counted) {
  for (const std::string hook : {"preinit", "init"}) {
    failing = hook + " notes";
    tenon::app<tags, notes, core_a> app({.clock = &time_});
    EXPECT_TRUE(app.start());
    EXPECT_EQ(app.status_of(1).status, tenon::extension_status::ok) << hook;
    EXPECT_EQ(app.status_of(1).failures, 1U);
    EXPECT_EQ(app.status_of(2).status, tenon::extension_status::ok) << "and nobody is held";
    EXPECT_EQ(app.status_of(2).failures, 0U);
  }
}

struct core_needy : whole<core_needy> {
  static constexpr auto manifest = tenon::manifest{.name = "core_needy", .version = "1.0.0", .needs = {{"core_a"}}};
};

TEST_F(phases, give_no_hook_at_all_to_whoever_needs_a_core_extension_in_fault) {
  failing = "start core_a";
  tenon::app<core_needy, core_a, notes> app({.clock = &time_});
  book_.taken();
  EXPECT_TRUE(app.start());
  EXPECT_EQ(
      book_.taken(),
      "preinit core_a, init core_a, start core_a, preinit notes, init notes, start notes, ready notes, open notes");
  EXPECT_EQ(app.status_of(0).status, tenon::extension_status::fault);
  EXPECT_EQ(app.status_of(2).message, "held, because it needs core_a, which is in fault");
}

TEST_F(phases, give_on_preinit_and_on_init_and_nothing_more_to_whoever_needs_one_that_fails_beside_it) {
  failing = "start notes";
  tenon::app<tags, notes, core_a> app({.clock = &time_});
  EXPECT_TRUE(app.start());
  time_.advance(10s);
  app.settle();
  app.stop();
  std::string hooks_of_tags;
  for (const auto& [what, who] : book_.lines)
    if (who == "tags") hooks_of_tags += what + " ";
  EXPECT_EQ(hooks_of_tags, "make preinit init ");
}

TEST_F(phases, end_at_once_when_the_implementation_is_in_fault) {
  failing = "start backing";
  tenon::app<notes, tenon::implementation<backing>> app({.clock = &time_});
  book_.taken();
  EXPECT_FALSE(app.start());
  EXPECT_EQ(book_.taken(), "preinit backing, init backing, start backing") << "nobody else has begun";
}

// A hook that is found, and one that does not run where the app stops first.
TEST_F(phases, know_no_steady_state_of_an_app_that_has_stopped_before) {
  tenon::app<notes> app({.clock = &time_});
  EXPECT_TRUE(app.start());
  time_.advance(9s);
  app.settle();
  app.stop();
  book_.taken();
  time_.advance(1h);
  app.settle();
  EXPECT_EQ(book_.taken(), "");
  EXPECT_FALSE(app.is_steady());
}

struct row_of_the_page {
  std::string core_phase, hook;
};
// The rows of the table in the page whose heading is "Beside the core's own phases".
std::vector<row_of_the_page> page_table() {
  std::ifstream page(TENON_SOURCE_DIR "/docs/lifecycle.md");
  std::vector<row_of_the_page> rows;
  std::string line;
  bool inside = false;
  while (std::getline(page, line)) {
    if (line.starts_with("## ")) inside = line == "## Beside the core's own phases";
    if (!inside || !line.starts_with("| ") || line.starts_with("| core") || line.starts_with("| ---")) continue;
    std::vector<std::string> cells;
    std::istringstream in(line.substr(2));
    for (std::string cell; std::getline(in, cell, '|');)
      cells.push_back(cell.substr(0, cell.find_last_not_of(' ') + 1));
    rows.push_back({cells.at(0), cells.at(2).substr(cells.at(2).find_first_not_of(' '))});
  }
  return rows;
}

// One core extension and two others, each of which writes down its hooks: the two others get theirs in the order of
// the table, and by the first of them the core extension has started.
TEST_F(phases, come_in_the_order_of_the_table_in_the_page) {
  const std::map<std::string, std::string> hook_of{{"constructor", "make"},
                                                   {"`on_preinit`", "preinit"},
                                                   {"`on_init`", "init"},
                                                   {"`on_start`", "start"},
                                                   {"`on_ready`", "ready"}};
  std::vector<std::string> wanted, phases_of_page;
  for (const row_of_the_page& row : page_table()) {
    phases_of_page.push_back(row.core_phase);
    if (row.hook != "none") wanted.push_back(hook_of.at(row.hook));
  }
  EXPECT_EQ(phases_of_page, (std::vector<std::string>{"Modules", "Construction", "Initialization", "Consolidation",
                                                      "Activation", "Ready"}));

  tenon::app<tags, notes, core_a> app({.clock = &time_});
  ASSERT_TRUE(app.start());
  std::vector<std::string> seen;
  for (const auto& [what, who] : book_.lines)
    if (who != "core_a" && what != "open" && (seen.empty() || seen.back() != what)) seen.push_back(what);
  EXPECT_EQ(seen, wanted);
  for (const std::string& hook : wanted) {
    std::string order;
    for (const auto& [what, who] : book_.lines)
      if (what == hook) order += who + " ";
    EXPECT_EQ(order, "core_a notes tags ") << hook;
  }
  const auto place = [&](std::string_view what, std::string_view who) {
    return std::ranges::find(book_.lines, std::pair<std::string, std::string>(what, who)) - book_.lines.begin();
  };
  EXPECT_LT(place("start", "core_a"), place("preinit", "notes"));
}

TEST(hook, is_recognised_for_every_phase) {
  static_assert(tenon::OnPreinit<notes> && tenon::OnInit<notes> && tenon::OnSteadyState<notes>);
  static_assert(!tenon::OnHousekeeping<notes> && !tenon::HousekeepingPeriod<notes>);
  static constexpr auto table = tenon::app<notes>::extensions();
  static_assert(table[0].hooks.size() == 9);
  EXPECT_EQ(table[0].hooks[5], "on_steady_state");
}

}  // namespace
