// Two events that are one by an alias.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/composition/alias.hpp"
#include "tenon/testing/harness.hpp"

namespace {

using namespace tenon::literals;

std::vector<std::string> heard;
std::string taken() {
  std::string out;
  for (const std::string& line : heard) out.append(out.empty() ? "" : ", ").append(line);
  heard.clear();
  return out;
}

// What an older version called it, and what it is called now. The order of the fields says nothing.
struct user_created {
  static constexpr std::string_view name = "user.created";
  std::string id{};
  bool allow = true;
  int steps = 0;
};
struct account_opened {
  static constexpr std::string_view name = "account.opened";
  bool allow = true;
  std::string note{};
  std::string id{};
};
struct account_begun {
  static constexpr std::string_view name = "account.begun";
  std::string id{};
};

struct emits_old {
  static constexpr auto manifest = tenon::manifest{.name = "emits_old", .version = "1.0.0"};
  using emits = tenon::events<user_created>;
  void on_ready(auto& ctx) {
    user_created event{.id = "7"};
    ctx.emit(event);
    heard.push_back(event.id + (event.allow ? " allowed " : " refused ") + std::to_string(event.steps));
  }
};
struct emits_new {
  static constexpr auto manifest = tenon::manifest{.name = "emits_new", .version = "1.0.0"};
  using emits = tenon::events<account_opened>;
  void on_ready(auto& ctx) { heard.push_back(ctx.emit(account_opened{.id = "8"}).allow ? "allowed" : "refused"); }
};
struct hears_old {
  static constexpr auto manifest = tenon::manifest{.name = "hears_old", .version = "1.0.0", .priority = 1};
  void on(user_created& event) {
    heard.push_back("old " + event.id);
    event.allow = false;
    ++event.steps;
  }
};
struct hears_new {
  static constexpr auto manifest = tenon::manifest{.name = "hears_new", .version = "1.0.0", .priority = 2};
  void on(account_opened& event, auto& ctx) {
    heard.push_back(std::string(ctx.name()) + " " + event.id + (event.allow ? " allowed" : " refused"));
    event.allow = true;
    event.note += "seen";
    event.id += "!";
  }
};
struct hears_new_later {
  static constexpr auto manifest = tenon::manifest{.name = "hears_new_later", .version = "1.0.0", .priority = 3};
  void on(const account_opened& event) { heard.push_back("later " + event.id + " " + event.note); }
};
struct hears_both {
  static constexpr auto manifest = tenon::manifest{.name = "hears_both", .version = "1.0.0", .priority = 4};
  void on(const user_created& event) { heard.push_back("both: old " + event.id); }
  void on(const account_opened& event) { heard.push_back("both: new " + event.id); }
};
struct hears_begun {
  static constexpr auto manifest = tenon::manifest{.name = "hears_begun", .version = "1.0.0", .priority = 5};
  void on(const account_begun& event) { heard.push_back("begun " + event.id); }
};

template <class... Listed>
std::string told() {
  tenon::app<Listed...> app;
  EXPECT_TRUE(app.start());
  return taken();
}
using renamed = tenon::alias<user_created, account_opened>;

TEST(alias, lets_who_hears_the_new_event_hear_the_old_one_in_start_order_and_answer_it) {
  EXPECT_EQ((told<renamed, emits_old, hears_old, hears_new>()), "old 7, hears_new 7 refused, 7! allowed 1");
}
TEST(alias, lets_who_hears_the_old_event_hear_the_new_one_too) {
  EXPECT_EQ((told<emits_new, hears_old, hears_new, renamed>()), "old 8, hears_new 8 refused, allowed");
  EXPECT_EQ((told<emits_new, hears_old, tenon::alias<account_opened, user_created>>()), "old 8, refused");
}
TEST(alias, changes_nothing_for_a_composition_without_it) {
  EXPECT_EQ((told<emits_old, hears_old, hears_new>()), "old 7, 7 refused 1");
}
TEST(alias, tells_nobody_twice_who_hears_both) {
  EXPECT_EQ((told<renamed, emits_old, hears_both>()), "both: old 7, 7 allowed 0");
  EXPECT_EQ((told<renamed, emits_new, hears_both>()), "both: new 8, allowed");
}
TEST(alias, keeps_what_only_the_other_event_has_from_one_listener_to_the_next) {
  EXPECT_EQ((told<renamed, emits_old, hears_new, hears_new_later>()),
            "hears_new 7 allowed, later 7! seen, 7! allowed 0");
}
TEST(alias, of_an_alias_leads_on) {
  EXPECT_EQ((told<renamed, tenon::alias<account_opened, account_begun>, emits_old, hears_begun>()),
            "begun 7, 7 allowed 0");
}
TEST(alias, can_be_given_by_the_names_of_events_that_somebody_emits_or_lists) {
  EXPECT_EQ((told<tenon::named_alias<"user.created", "account.opened">, emits_old, emits_new, hears_new>()),
            "hears_new 8 allowed, allowed, hears_new 7 allowed, 7! allowed 0");
}

struct lists_begun {
  static constexpr auto manifest = tenon::manifest{.name = "lists_begun", .version = "1.0.0"};
  using listens = tenon::listens<tenon::pattern<"never.*">, account_begun>;
  void on(const account_begun& event) { heard.push_back("listed " + event.id); }
  void on_any(const auto&) {}
};
TEST(alias, by_name_finds_an_event_in_a_list_of_listens) {
  EXPECT_EQ((told<tenon::named_alias<"user.created", "account.begun">, emits_old, lists_begun>()),
            "listed 7, 7 allowed 0");
}

struct throws_up {
  static constexpr auto manifest = tenon::manifest{.name = "throws_up", .version = "1.0.0"};
  void on(account_opened& event) {
    event.id = "lost";
    throw std::runtime_error("no");
  }
};
struct closed_event {
  static constexpr std::string_view name = "closed.event";
  static constexpr bool fail_closed = true;
  bool allow = true;
};
struct emits_closed {
  static constexpr auto manifest = tenon::manifest{.name = "emits_closed", .version = "1.0.0"};
  using emits = tenon::events<closed_event>;
  void on_ready(auto& ctx) { heard.push_back(ctx.emit(closed_event{}).allow ? "allowed" : "refused"); }
};
TEST(alias, leaves_it_to_the_emitted_event_whether_a_throw_is_a_veto) {
  EXPECT_EQ((told<tenon::alias<closed_event, account_opened>, emits_closed, throws_up>()), "refused");
  EXPECT_EQ((told<renamed, emits_new, throws_up>()), "allowed");
}

// As `throws_up`, heard as an event that is fail-closed where the emitted one is not.
struct strict_event {
  static constexpr std::string_view name = "strict.event";
  static constexpr bool fail_closed = true;
  std::string id{};
  bool allow = true;
};
struct throws_strictly {
  static constexpr auto manifest = tenon::manifest{.name = "throws_strictly", .version = "1.0.0"};
  void on(strict_event&) { throw std::runtime_error("no"); }
};
struct refuses_strictly {
  static constexpr auto manifest = tenon::manifest{.name = "refuses_strictly", .version = "1.0.0"};
  void on(strict_event& event) {
    event.allow = false;
    throw std::runtime_error("and how");
  }
};
TEST(alias, is_no_veto_where_only_the_other_event_is_fail_closed) {
  using strictly = tenon::alias<account_opened, strict_event>;
  EXPECT_EQ((told<strictly, emits_new, throws_strictly>()), "allowed");
  EXPECT_EQ((told<strictly, emits_new, refuses_strictly>()), "refused");
}

struct costly_event {
  static constexpr std::string_view name = "costly.event";
  std::string id{};
  std::string paid = no_money();
  static std::string no_money() { throw std::runtime_error("no money"); }
};
struct hears_costly {
  static constexpr auto manifest = tenon::manifest{.name = "hears_costly", .version = "1.0.0"};
  void on(const costly_event&) { heard.emplace_back("costly"); }
};
TEST(alias, with_an_event_that_cannot_be_made_leaves_the_others_what_they_hear) {
  EXPECT_EQ((told<tenon::alias<user_created, costly_event>, emits_old, hears_costly, hears_old>()),
            "old 7, 7 refused 1");
}

struct knowing_event {
  static constexpr std::string_view name = "knowing.event";
  std::string id{}, by{};
  void heard_by(std::string_view extension) { by = extension; }
};
struct emits_knowing {
  static constexpr auto manifest = tenon::manifest{.name = "emits_knowing", .version = "1.0.0"};
  using emits = tenon::events<knowing_event>;
  void on(const knowing_event&) {}
  void on_ready(auto& ctx) { heard.push_back("last heard by " + ctx.emit(knowing_event{}).by); }
};
struct hears_known {
  static constexpr auto manifest = tenon::manifest{.name = "hears_known", .version = "1.0.0"};
  void on(const account_opened&) {}
};
TEST(alias, tells_the_emitted_event_who_hears_it_as_another) {
  EXPECT_EQ((told<tenon::alias<knowing_event, account_opened>, emits_knowing, hears_known>()),
            "last heard by hears_known");
}

struct targets {
  static constexpr auto manifest = tenon::manifest{.name = "targets", .version = "1.0.0"};
  using emits = tenon::events<user_created>;
  void on_ready(auto& ctx) {
    heard.push_back(ctx.emit_to("hears_new"_ext, user_created{.id = "9"}).id);
    ctx.post_event(user_created{.id = "10"});
  }
};
TEST(alias, holds_for_one_target_and_for_what_is_posted) {
  tenon::app<renamed, targets, hears_new> app;
  ASSERT_TRUE(app.start());
  app.settle();
  EXPECT_EQ(taken(), "hears_new 9 allowed, 9!, hears_new 10 allowed");
}

// The executor may have delivered before the emitter goes on, so each writes for itself.
struct on_its_executor {
  static constexpr auto manifest = tenon::manifest{.name = "on_its_executor", .version = "1.0.0"};
  using delivery = tenon::on_executor;
  static inline std::string posted{};
  void on(const account_opened& event) { posted.append("posted ").append(event.id); }
};
TEST(alias, reaches_who_hears_on_an_executor_and_so_cannot_answer) {
  tenon::app<renamed, emits_old, on_its_executor> app;
  ASSERT_TRUE(app.start());
  app.settle();
  EXPECT_EQ(taken(), "7 allowed 0");
  EXPECT_EQ(on_its_executor::posted, "posted 7");
}

TEST(alias, stands_in_the_table_of_events_with_the_other_name) {
  using app = tenon::app<renamed, emits_old, hears_new>;
  for (const tenon::event::event_row& one : app::events())
    if (one.facts.name == "user.created") {
      ASSERT_EQ(one.also.size(), 1U);
      EXPECT_EQ(one.also[0], "account.opened");
      EXPECT_EQ(one.listeners.size(), 1U);
      return;
    }
  FAIL() << "the event is not in the table";
}

TEST(alias, stands_among_the_fakes_of_a_harness) {
  tenon::testing::harness<hears_new, renamed, emits_old> on;
  EXPECT_EQ(taken(), "hears_new 7 allowed, 7! allowed 0");
}

// Where hearing an event leads to it again over an alias, it is counted.
struct bounces {
  static constexpr auto manifest = tenon::manifest{.name = "bounces", .version = "1.0.0"};
  using emits = tenon::events<user_created>;
  void on(const account_opened& event, auto& ctx) {
    heard.emplace_back("bounce");
    ctx.emit(user_created{.id = event.id});
  }
};
TEST(alias, closes_a_circle_that_is_seen_and_ends_64_deep) {
  told<renamed, emits_old, bounces>();
  tenon::app<renamed, emits_old, bounces> app;
  ASSERT_TRUE(app.start());
  EXPECT_EQ(heard.size(), 65U);
  heard.clear();
}

}  // namespace
