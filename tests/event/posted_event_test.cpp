// Events that are heard later: posted ones, and whatever an extension hears that takes delivery on its executor.
#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

namespace {

struct sold {
  static constexpr std::string_view name = "ticket.sold";
  static constexpr bool fail_closed = true;
  int seat = 0;
  bool allow = true;
  std::string heard_by_whom{};
  void heard_by(std::string_view extension) { heard_by_whom = extension; }
};

// Emits and posts when it is told to.
struct box_office {
  static constexpr auto manifest = tenon::manifest{.name = "box_office", .version = "1.0.0"};
  using emits = tenon::events<sold>;
  void on_init(auto& ctx) {
    emit = [ctx](int seat) { return ctx.emit(sold{.seat = seat}); };
    post = [ctx](int seat) { ctx.post_event(sold{.seat = seat}); };
  }
  std::function<sold(int)> emit{};
  std::function<void(int)> post{};
};

// Answers, where it is asked in time.
struct usher {
  static constexpr auto manifest = tenon::manifest{.name = "usher", .version = "1.0.0"};
  void on(sold& event) {
    event.allow = false;
    seats.push_back(event.seat);
    whom = event.heard_by_whom;
    thread = std::this_thread::get_id();
  }
  std::vector<int> seats{};
  std::string whom{};
  std::thread::id thread{};
};

// Hears everything on its executor.
struct ledger {
  static constexpr auto manifest = tenon::manifest{.name = "ledger", .version = "1.0.0", .needs = {{"box_office"}}};
  using delivery = tenon::on_executor;
  bool fail_start = false;
  void on_start() {
    order.emplace_back("start");
    if (fail_start) throw std::runtime_error("no ink");
  }
  void on(const sold& event, auto&) {
    order.push_back("seat " + std::to_string(event.seat) + " for " + event.heard_by_whom);
    thread = std::this_thread::get_id();
    if (event.seat == 13) throw std::runtime_error("unlucky");
  }
  std::vector<std::string> order{};
  std::thread::id thread{};
};

// Has no `on` of its own.
struct archive {
  static constexpr auto manifest = tenon::manifest{.name = "archive", .version = "1.0.0"};
  using delivery = tenon::on_executor;
  using listens = tenon::listens<tenon::pattern<"ticket.*">>;
  template <class E>
  void on_any(const E& event) {
    names.emplace_back(E::name);
    seats.push_back(event.seat);
  }
  std::vector<std::string> names{};
  std::vector<int> seats{};
};

TEST(posted_event, is_heard_by_everybody_on_their_executors_and_answered_by_nobody) {
  tenon::app<box_office, usher, ledger, archive> app;
  ASSERT_TRUE(app.start());
  app.part<box_office>().post(7);
  app.settle();
  EXPECT_EQ(app.part<usher>().seats, std::vector<int>{7});
  EXPECT_EQ(app.part<usher>().whom, "usher") << "a copy for each, which knows who hears it";
  EXPECT_NE(app.part<usher>().thread, std::this_thread::get_id());
  EXPECT_EQ(app.part<ledger>().order, (std::vector<std::string>{"start", "seat 7 for ledger"}));
  EXPECT_EQ(app.part<archive>().seats, std::vector<int>{7});
  EXPECT_EQ(app.part<archive>().names, std::vector<std::string>{"ticket.sold"});
}

TEST(posted_event, comes_in_the_order_of_posting) {
  tenon::app<box_office, ledger> app;
  ASSERT_TRUE(app.start());
  for (int seat = 1; seat <= 3; ++seat) app.part<box_office>().post(seat);
  app.settle();
  EXPECT_EQ(app.part<ledger>().order,
            (std::vector<std::string>{"start", "seat 1 for ledger", "seat 2 for ledger", "seat 3 for ledger"}));
}

TEST(delivery_on_executor, leaves_the_emitter_with_the_answers_of_the_others) {
  tenon::app<box_office, usher, ledger> app;
  ASSERT_TRUE(app.start());
  const sold told = app.part<box_office>().emit(8);
  EXPECT_FALSE(told.allow) << "the usher answers at once";
  EXPECT_EQ(app.part<usher>().thread, std::this_thread::get_id());
  app.settle();
  EXPECT_NE(app.part<ledger>().thread, std::this_thread::get_id());
  EXPECT_EQ(app.part<ledger>().order.back(), "seat 8 for ledger");
}

TEST(delivery_on_executor, cannot_veto_even_by_a_throw_that_is_counted) {
  tenon::app<box_office, ledger> app;
  ASSERT_TRUE(app.start());
  EXPECT_TRUE(app.part<box_office>().emit(13).allow);
  app.settle();
  EXPECT_EQ(app.status_of(decltype(app)::rank_of<ledger>).failures, 1U);
}

// Tells in a hook that runs before the ledger has started.
struct early_bird {
  static constexpr auto manifest = tenon::manifest{.name = "early_bird", .version = "1.0.0", .needs = {{"box_office"}}};
  using emits = tenon::events<sold>;
  void on_init(auto& ctx) { ctx.emit(sold{.seat = 1}); }
};

TEST(delivery_on_executor, comes_after_on_start) {
  tenon::app<box_office, early_bird, ledger> app;
  ASSERT_TRUE(app.start());
  app.settle();
  EXPECT_EQ(app.part<ledger>().order, (std::vector<std::string>{"start", "seat 1 for ledger"}));
}

TEST(delivery_on_executor, passes_over_one_that_is_in_fault_and_counts_that) {
  tenon::app<box_office, ledger> app;
  app.part<ledger>().fail_start = true;
  ASSERT_TRUE(app.start());
  app.part<box_office>().emit(1);
  app.part<box_office>().post(2);
  app.settle();
  EXPECT_EQ(app.part<ledger>().order, std::vector<std::string>{"start"});
  EXPECT_EQ(app.status_of(decltype(app)::rank_of<ledger>).skipped, 2U);
}

// Posts before anybody has started, to one that will not.
struct hasty {
  static constexpr auto manifest = tenon::manifest{.name = "hasty", .version = "1.0.0"};
  using emits = tenon::events<sold>;
  void on_init(auto& ctx) { ctx.post_event(sold{.seat = 1}); }
};

TEST(posted_event, that_is_dropped_because_its_listener_does_not_start_counts_as_skipped) {
  tenon::app<box_office, hasty, ledger> app;
  app.part<ledger>().fail_start = true;
  ASSERT_TRUE(app.start());
  app.settle();
  EXPECT_EQ(app.status_of(decltype(app)::rank_of<ledger>).skipped, 1U);
}

TEST(posted_event, after_the_end_is_skipped_and_counted) {
  tenon::app<box_office, usher> app;
  ASSERT_TRUE(app.start());
  app.stop();
  app.part<box_office>().post(1);
  EXPECT_TRUE(app.part<usher>().seats.empty());
  EXPECT_EQ(app.status_of(decltype(app)::rank_of<usher>).skipped, 1U);
}

// Does not want to be heard.
struct shy {
  static constexpr std::string_view name = "shy";
  void heard_by(std::string_view) { throw std::runtime_error("look away"); }
};
struct teller {
  static constexpr auto manifest = tenon::manifest{.name = "teller", .version = "1.0.0"};
  using emits = tenon::events<shy>;
  void on_ready(auto& ctx) {
    ctx.emit(shy{});
    came_back = true;
  }
  void on(const shy&) {}
  bool came_back = false;
};

TEST(announced_event, that_throws_when_it_is_told_who_hears_it_stops_nobody_else) {
  tenon::app<teller> app;
  ASSERT_TRUE(app.start());
  EXPECT_TRUE(app.part<teller>().came_back);
  EXPECT_EQ(app.status_of(0).failures, 1U);
}

// Looks at its context only.
struct onlooker {
  static constexpr auto manifest = tenon::manifest{.name = "onlooker", .version = "1.0.0"};
  void on(const sold& event, const auto& ctx) { seen = std::string(ctx.name()).append(std::to_string(event.seat)); }
  std::string seen{};
};

TEST(listener, may_take_its_context_by_const_reference) {
  tenon::app<box_office, onlooker> app;
  ASSERT_TRUE(app.start());
  app.part<box_office>().emit(5);
  EXPECT_EQ(app.part<onlooker>().seen, "onlooker5");
}

// An aggregate that can be copied can be moved: what cannot be, in it, is copied then.
struct pinned {
  pinned() = default;
  pinned(const pinned&) = default;
  pinned(pinned&&) = delete;
  int place = 0;
};
struct hung {
  static constexpr std::string_view name = "picture.hung";
  pinned nail{};
};
struct gallery {
  static constexpr auto manifest = tenon::manifest{.name = "gallery", .version = "1.0.0"};
  using emits = tenon::events<hung>;
  void on_ready(auto& ctx) {
    hung event;
    event.nail.place = 4;
    ctx.post_event(event);
  }
};
struct guide {
  static constexpr auto manifest = tenon::manifest{.name = "guide", .version = "1.0.0"};
  using delivery = tenon::on_executor;
  void on(const hung& event) { place = event.nail.place; }
  int place = 0;
};

TEST(posted_event, may_hold_what_can_be_copied_and_not_moved) {
  tenon::app<gallery, guide> app;
  ASSERT_TRUE(app.start());
  app.settle();
  app.stop();
  EXPECT_EQ(app.part<guide>().place, 4);
}

struct pillar {
  static constexpr auto manifest =
      tenon::manifest{.name = "pillar", .version = "1.0.0", .needs = {{"box_office"}}, .essential = true};
  void on_start() { throw std::runtime_error("sand"); }
};
struct roof {
  static constexpr auto manifest = tenon::manifest{.name = "roof", .version = "1.0.0", .needs = {{"pillar"}}};
  void on(const sold&) { heard = true; }
  void on_stop() {}
  bool heard = false;
};

TEST(extension, that_had_no_turn_because_the_start_ended_hears_nothing_afterwards) {
  tenon::app<box_office, pillar, roof> app;
  EXPECT_FALSE(app.start());
  app.part<box_office>().emit(1);
  EXPECT_FALSE(app.part<roof>().heard);
  const auto& record = app.status_of(decltype(app)::rank_of<roof>);
  EXPECT_EQ(record.status, tenon::extension_status::stopped);
  EXPECT_EQ(record.skipped, 1U);
}

}  // namespace
