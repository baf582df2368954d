// Settings that are changed while an app runs: who hears of it, who starts anew, and who serves meanwhile.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/settings/file_store.hpp"
#include "tenon/settings/store.hpp"
#include "tenon/testing/fake_clock.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace {

using namespace std::chrono_literals;

// Written by the executors' threads too.
struct journal {
  void add(std::string line) {
    const std::lock_guard lock(mutex);
    text += (text.empty() ? "" : ", ") + std::move(line);
  }
  std::string taken() {
    const std::lock_guard lock(mutex);
    return std::exchange(text, {});
  }
  std::mutex mutex;
  std::string text;
};
journal* book = nullptr;
std::atomic<int> given_up{0};

template <class Self>
struct noting {
  void on_ready() { note("ready"); }
  void on_open() { note("open"); }
  void on_close() { note("close"); }
  void on_unready() { note("unready"); }
  void on_stop() { note("stop"); }
  static void note(std::string_view what) { book->add(std::string(what) + " " + std::string(Self::manifest.name)); }
};

// Who lets settings be changed, as the extension `settings` does.
struct keeper {
  static constexpr auto manifest = tenon::manifest{.name = "keeper", .version = "1.0.0"};
  using exports = tenon::settings::store;
  void on_init(auto& ctx) { store = ctx.environment().settings_store; }
  exports& exported() { return *store; }
  tenon::settings::store* store = nullptr;
};

struct pool : noting<pool> {
  static constexpr auto manifest = tenon::manifest{.name = "pool", .version = "1.0.0"};
  struct settings {
    tenon::restart<int> threads = 4;
    int greeting = 0;
  };
  void on_start(auto& ctx) {
    if (broken || ctx.settings().threads == refused) throw std::runtime_error("so many there are not");
    threads = ctx.settings().threads;
    note("start");
  }
  void on_settings(auto& ctx) {
    told_on = std::this_thread::get_id();
    note("settings " + std::to_string(ctx.settings().threads) + " " + std::to_string(ctx.settings().greeting) + " of");
    if (throwing) throw std::runtime_error("not now");
  }
  void on_open() {
    note("open");
    if (stuck) throw std::runtime_error("the door is stuck");
  }
  void on_steady_state() { note("steady"); }
  static constexpr std::chrono::seconds housekeeping_period{10};
  void on_housekeeping() { note("housekeeping"); }
  tenon::response on_get(const tenon::request&, auto&) {
    if (inside != nullptr) {
      inside->set_value();
      go_on.wait();
    }
    return tenon::response::text(std::to_string(threads));
  }

  static constexpr int refused = 99;
  int threads = 0;
  std::thread::id told_on{};
  bool throwing = false;
  bool broken = false;
  bool stuck = false;
  std::promise<void>* inside = nullptr;
  std::shared_future<void> go_on;
};
struct user : noting<user> {
  static constexpr auto manifest = tenon::manifest{.name = "user", .version = "1.0.0", .needs = {{"pool"}}};
  void on_start() {
    note("start");
    if (broken) throw std::runtime_error("nothing to use");
  }
  bool broken = false;
};
struct bystander : noting<bystander> {
  static constexpr auto manifest = tenon::manifest{.name = "bystander", .version = "1.0.0"};
};

class changing_settings : public testing::Test {
 protected:
  using app_type = tenon::app<keeper, pool, user, bystander>;

  void SetUp() override {
    book = &book_;
    store_.emplace(folder_.path("settings.json"));
    store_->keep(tenon::settings::sources({{"pool"}}));
    given_up = 0;
    app_.emplace(tenon::environment{.settings_store = &*store_, .give_up = [] { ++given_up; }, .clock = &time_});
    ASSERT_TRUE(app_->start());
    app_->settle();
    book_.taken();
  }
  void TearDown() override { app_.reset(); }
  tenon::settings::update change(std::string_view patch) { return store_->change("pool", patch); }
  std::string after(std::string_view patch) {
    EXPECT_TRUE(change(patch).findings.empty());
    app_->settle();
    return book_.taken();
  }
  tenon::extension_status status_of(std::string_view name) const {
    for (std::size_t i = 0;; ++i)
      if (app_type::extensions()[i].manifest.name == name) return app_->status_of(i).status;
  }
  // A request that is in the handler of the pool until it may go on.
  class request_inside {
   public:
    explicit request_inside(changing_settings& on) {
      std::promise<void> inside;
      pool& host = on.app_->part<pool>();
      host.inside = &inside;
      host.go_on = go_on_.get_future();
      client_ = std::thread([&] { body_ = std::string(on.get("/pool").body.view()); });
      inside.get_future().wait();
      host.inside = nullptr;
    }
    // The answer's body.
    std::string let_go() {
      go_on_.set_value();
      client_.join();
      return body_;
    }

   private:
    std::promise<void> go_on_;
    std::string body_;
    std::thread client_;
  };
  // A change that needs a restart, which waits for that request.
  void begin_restart(std::string_view patch) {
    EXPECT_TRUE(change(patch).findings.empty());
    while (status_of("pool") != tenon::extension_status::stopping) std::this_thread::sleep_for(1ms);
  }
  tenon::response get(std::string_view path) {
    tenon::exchange one{.request = {.method = tenon::method::get, .method_name = "GET", .target = path, .path = path}};
    EXPECT_TRUE(app_->door().handle(app_->door().app, one));
    return std::move(one.response);
  }

  journal book_;
  tenon::testing::scratch_folder folder_;
  tenon::testing::fake_clock time_;
  std::optional<tenon::settings::file_store> store_;
  std::optional<app_type> app_;
};

TEST_F(changing_settings, calls_on_settings_once_for_each_accepted_change_and_never_for_a_refused_one) {
  EXPECT_EQ(after(R"({"greeting": 1})"), "settings 4 1 of pool");
  EXPECT_EQ(after(R"({"greeting": 1})"), "");
  EXPECT_FALSE(change(R"({"greeting": "one"})").findings.empty());
  app_->settle();
  EXPECT_EQ(book_.taken(), "");
  EXPECT_EQ(after(R"({"greeting": 2})"), "settings 4 2 of pool");
}

TEST_F(changing_settings, are_told_on_the_executor_and_not_on_the_thread_of_who_changes_them) {
  EXPECT_EQ(after(R"({"greeting": 1})"), "settings 4 1 of pool");
  EXPECT_NE(app_->part<pool>().told_on, std::thread::id());
  EXPECT_NE(app_->part<pool>().told_on, std::this_thread::get_id());
}

TEST_F(changing_settings, lets_a_change_stand_when_its_hook_throws) {
  app_->part<pool>().throwing = true;
  EXPECT_EQ(after(R"({"greeting": 1})"), "settings 4 1 of pool");
  EXPECT_EQ(app_->settings_of<pool>().greeting, 1);
  EXPECT_EQ(status_of("pool"), tenon::extension_status::ok);
}

TEST_F(changing_settings, stops_and_starts_an_extension_and_those_that_need_it_in_order_after_on_settings) {
  const tenon::settings::update made = change(R"({"threads": 8})");
  EXPECT_EQ(made.restarting, (std::vector<std::string_view>{"pool", "user"}));
  app_->settle();
  EXPECT_EQ(book_.taken(),
            "settings 8 0 of pool, close user, close pool, unready user, unready pool, stop user, stop pool, "
            "start pool, start user, ready pool, ready user, open pool, open user");
  EXPECT_EQ(app_->part<pool>().threads, 8);
  EXPECT_EQ(status_of("user"), tenon::extension_status::ok);
  app_->stop();
  EXPECT_EQ(book_.taken(),
            "close user, close pool, close bystander, unready user, unready pool, unready bystander, stop user, "
            "stop pool, stop bystander");
}

TEST_F(changing_settings, keeps_housekeeping_and_the_steady_state_single_over_a_restart) {
  time_.advance(9s);
  app_->settle();
  EXPECT_NE(after(R"({"threads": 8})"), "");
  time_.advance(1s);  // when the old one would have come
  app_->settle();
  EXPECT_EQ(book_.taken(), "steady pool");
  time_.advance(9s);
  app_->settle();
  EXPECT_EQ(book_.taken(), "housekeeping pool");
  EXPECT_TRUE(after(R"({"threads": 9})").ends_with("open pool, open user, steady pool"));
}

TEST_F(changing_settings, goes_back_to_what_it_was_where_the_extension_does_not_start_with_it) {
  std::string heard = after(R"({"threads": 99})");
  // On its executor, so between any two hooks after the second on_start.
  const std::string back = ", settings 4 0 of pool";
  ASSERT_NE(heard.find(back), heard.npos) << heard;
  heard.erase(heard.find(back), back.size());
  EXPECT_EQ(heard,
            "settings 99 0 of pool, close user, close pool, unready user, unready pool, stop user, stop pool, "
            "start pool, start user, ready pool, ready user, open pool, open user");
  EXPECT_EQ(app_->part<pool>().threads, 4);
  EXPECT_EQ(app_->settings_of<pool>().threads, 4);
  EXPECT_EQ(store_->shown("pool").find("99"), std::string::npos);
  EXPECT_EQ(status_of("pool"), tenon::extension_status::ok);
}

TEST_F(changing_settings, hold_whoever_needs_one_that_starts_with_neither_and_restart_neither_of_them_again) {
  app_->part<pool>().broken = true;
  std::string heard = after(R"({"threads": 8})");
  EXPECT_NE(heard.find("stop user, stop pool"), heard.npos) << heard;
  EXPECT_EQ(heard.find("start"), heard.npos) << heard;
  EXPECT_EQ(heard.find("ready "), heard.find("unready ") + 2) << "no other on_ready: " << heard;
  EXPECT_EQ(status_of("pool"), tenon::extension_status::fault);
  EXPECT_EQ(status_of("user"), tenon::extension_status::held);
  EXPECT_EQ(status_of("bystander"), tenon::extension_status::ok);
  EXPECT_EQ(given_up, 0);
  // It would start with these, and nothing starts it: a fault is for good.
  app_->part<pool>().broken = false;
  const tenon::settings::update made = change(R"({"threads": 9})");
  EXPECT_TRUE(made.findings.empty());
  EXPECT_EQ(made.restarting, std::vector<std::string_view>());
  app_->settle();
  EXPECT_EQ(book_.taken(), "");
  EXPECT_EQ(status_of("pool"), tenon::extension_status::fault);
  EXPECT_EQ(status_of("user"), tenon::extension_status::held);
}

TEST_F(changing_settings, restart_no_dependant_that_is_in_fault) {
  app_->part<user>().broken = true;
  EXPECT_TRUE(after(R"({"threads": 8})").ends_with("start pool, start user, ready pool, open pool"));
  EXPECT_EQ(status_of("user"), tenon::extension_status::fault);
  EXPECT_EQ(change(R"({"threads": 9})").restarting, (std::vector<std::string_view>{"pool"}));
  app_->settle();
  EXPECT_EQ(book_.taken(),
            "settings 9 0 of pool, close pool, unready pool, stop pool, start pool, ready pool, open pool");
  EXPECT_EQ(status_of("user"), tenon::extension_status::fault);
}

TEST_F(changing_settings, end_the_program_where_a_door_does_not_open_again) {
  app_->part<pool>().stuck = true;
  EXPECT_TRUE(after(R"({"threads": 8})").ends_with("ready pool, ready user, open pool")) << "and no other door";
  EXPECT_EQ(given_up, 1);
  EXPECT_TRUE(app_->has_given_up());
  EXPECT_FALSE(app_->ready());
  app_->stop();
  EXPECT_EQ(book_.taken(),
            "close bystander, unready user, unready pool, unready bystander, stop user, stop pool, stop bystander");
}

TEST_F(changing_settings, waits_with_the_stop_for_requests_inside_and_refuses_new_ones_meanwhile) {
  request_inside one(*this);
  begin_restart(R"({"threads": 8})");
  EXPECT_EQ(get("/pool").status, 503);
  EXPECT_EQ(book_.taken().find("stop"), std::string::npos);
  EXPECT_EQ(one.let_go(), "4");
  app_->settle();
  EXPECT_EQ(get("/pool").body.view(), "8");
}

TEST_F(changing_settings, that_come_during_a_restart_have_one_of_their_own) {
  request_inside one(*this);
  begin_restart(R"({"threads": 8})");
  EXPECT_EQ(change(R"({"threads": 9})").restarting, (std::vector<std::string_view>{"pool", "user"}));
  one.let_go();
  app_->settle();
  EXPECT_EQ(app_->part<pool>().threads, 9);
}

TEST_F(changing_settings, keep_no_app_from_its_end_where_a_restart_waits_for_a_request) {
  request_inside one(*this);
  begin_restart(R"({"threads": 8})");
  book_.taken();
  app_->stop();  // while the request is still inside, as at any end; a door would have waited for it
  EXPECT_EQ(book_.taken(),
            "close bystander, unready user, unready pool, unready bystander, stop user, stop pool, stop bystander");
  one.let_go();
}

TEST_F(changing_settings, may_come_from_many_threads_while_requests_are_served) {
  std::atomic<bool> done{false};
  std::vector<std::thread> clients;
  std::atomic<int> strange{0};
  for (int i = 0; i < 2; ++i)
    clients.emplace_back([&] {
      while (!done) {
        const tenon::response answer = get("/pool");
        if (answer.status != 200 && answer.status != 503) ++strange;
      }
    });
  std::vector<std::thread> changers;
  for (int i = 0; i < 2; ++i)
    changers.emplace_back([&, i] {
      for (int n = 0; n < 10; ++n)
        (void)change(n % 2 == 0 ? "{\"threads\": " + std::to_string(i * 100 + n) + "}"
                                : "{\"greeting\": " + std::to_string(n) + "}");
    });
  for (std::thread& one : changers) one.join();
  app_->settle();
  done = true;
  for (std::thread& one : clients) one.join();
  EXPECT_EQ(strange, 0);
  EXPECT_EQ(status_of("pool"), tenon::extension_status::ok);
  EXPECT_EQ(app_->part<pool>().threads, app_->settings_of<pool>().threads);
}

TEST_F(changing_settings, ends_with_the_app_also_where_a_restart_waits_for_its_turn) {
  for (int n = 0; n < 5; ++n) (void)change("{\"threads\": " + std::to_string(n) + "}");
  app_->stop();
  EXPECT_EQ(status_of("pool"), tenon::extension_status::stopped);
  EXPECT_THROW((void)change(R"({"threads": 70})"), tenon::error);
}

// --- what the program cannot do without --------------------------------------------------------------------------

struct essential {
  static constexpr auto manifest = tenon::manifest{.name = "essential", .version = "1.0.0", .essential = true};
  struct settings {
    tenon::restart<int> port = 1;
  };
  void on_start() {
    if (broken) throw std::runtime_error("it is gone");
  }
  std::atomic<bool> broken{false};
};

TEST(an_essential_extension, that_starts_neither_with_the_new_nor_with_the_old_settings_ends_the_program) {
  const tenon::testing::scratch_folder folder;
  tenon::settings::file_store store(folder.path("settings.json"));
  store.keep(tenon::settings::sources({{"essential"}}));
  tenon::app<keeper, essential> app({.settings_store = &store, .give_up = [] { ++given_up; }});
  ASSERT_TRUE(app.start());
  given_up = 0;
  app.part<essential>().broken = true;
  EXPECT_TRUE(store.change("essential", R"({"port": 2})").findings.empty());
  app.settle();
  EXPECT_EQ(given_up, 1);
  EXPECT_TRUE(app.has_given_up());
  EXPECT_FALSE(app.ready());
  app.stop();
}

// Nobody here can change settings, so nobody has to look whether an extension stands.
struct plain_reader {
  static constexpr auto manifest = tenon::manifest{.name = "plain_reader", .version = "1.0.0"};
  struct settings {
    tenon::restart<int> threads = 4;
  };
};
TEST(an_app_without_a_store, has_the_settings_that_it_was_given) {
  tenon::app<plain_reader>::settings_type given{};
  given.of<plain_reader>().threads = 7;
  tenon::app<plain_reader> app({}, given);
  ASSERT_TRUE(app.start());
  EXPECT_EQ(app.settings_of<plain_reader>().threads, 7);
}

}  // namespace
