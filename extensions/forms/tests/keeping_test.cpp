// How often something is taken, and how much of it is kept.
#include "../keeping.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "kept_forms.hpp"
#include "tenon/sqlite/connection.hpp"

using stage::has;
using stage::header;
using stage::kept_forms;
using stage::visit;
using namespace std::chrono_literals;

namespace {

std::size_t how_often(std::string_view text, std::string_view part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++out;
  return out;
}

TEST_F(kept_forms, take_so_much_of_an_address_in_a_minute_and_give_the_rest_back) {
  auto on = started({.submissions_per_minute = 2});
  EXPECT_EQ(send(*on, "/name=a").status, 303);
  EXPECT_EQ(send(*on, "/of/size=many").status, 422) << "it is not taken, so it does not count";
  EXPECT_EQ(send(*on, "/name=b").status, 303);
  on->advance(20s);
  const tenon::response refused = send(*on, "/name=third%3Cb%3E");
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(header(refused, "Retry-After"), "40");
  EXPECT_EQ(header(refused, "Cache-Control"), "no-store");
  const std::string_view page = refused.body.view();
  EXPECT_TRUE(has(page, "<title>Not taken: Visit</title>")) << page;
  EXPECT_TRUE(has(page, "Your answers are still here: send them again in 40 seconds.")) << page;
  EXPECT_TRUE(has(page, "value=\"third&lt;b&gt;\"")) << page;
  EXPECT_EQ(send(*on, "/name=c", {}, "192.0.2.2").status, 303) << "another address";
  EXPECT_FALSE(has(all_of(*on, "/forms/visit/observations.jsonl"), "third"));
  on->advance(40s);
  EXPECT_EQ(send(*on, "/name=third").status, 303);
}

TEST_F(kept_forms, count_whoever_is_known_as_a_user_wherever_it_comes_from) {
  auto on = started({.submissions_per_minute = 1});
  EXPECT_EQ(send(*on, "/name=a", "ada").status, 303);
  EXPECT_EQ(send(*on, "/name=a", "ada", "192.0.2.2").status, 429);
  EXPECT_EQ(send(*on, "/name=a", "dave").status, 303);
  EXPECT_EQ(send(*on, "/name=a").status, 303);
}

TEST_F(kept_forms, take_what_the_settings_say_from_there_on) {
  auto on = started({.submissions_per_minute = 1});
  EXPECT_EQ(send(*on, "/name=a").status, 303);
  EXPECT_EQ(send(*on, "/name=a").status, 429);
  on->change(R"({"submissions_per_minute": 0})");
  for (int i = 0; i < 100; ++i) ASSERT_EQ(send(*on, "/name=a").status, 303) << i;
}

TEST_F(kept_forms, keep_what_is_sent_again_by_the_same_key_once) {
  auto on = started({.submissions_per_minute = 0});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(send(*on, "/name=a", {}, "192.0.2.1", "k-1").status, 303);
  EXPECT_EQ(send(*on, "/name=b", {}, "192.0.2.1", "k-2").status, 303);
  EXPECT_EQ(send(*on, "/name=a").status, 303) << "without a key it is another one";
  EXPECT_EQ(how_often(all_of(*on, "/forms/visit/observations.jsonl"), "\n"), 3U);
  on->change(R"({"observations_max_size": "1KiB"})");
  while (send(*on, "/name=a").status == 303) {
  }
  EXPECT_EQ(send(*on, "/name=a", {}, "192.0.2.1", "k-1").status, 303) << "it is kept, though there is no room now";
  const tenon::response refused = send(*on, "/name=a", {}, "192.0.2.1", "k 1");
  EXPECT_EQ(refused.status, 400);
  EXPECT_TRUE(has(refused.body.view(), "An Idempotency-Key is 1 to 64 letters")) << refused.body.view();
}

TEST_F(kept_forms, take_nothing_else_for_what_has_come_by_the_same_key) {
  auto on = started();
  EXPECT_EQ(send(*on, "/name=a", {}, "192.0.2.1", "1").status, 303);
  EXPECT_EQ(send(*on, "/name=b", {}, "192.0.2.1", "1").status, 303) << "other answers";
  EXPECT_EQ(send(*on, "/name=a", "ada", "192.0.2.1", "1").status, 303) << "somebody else";
  EXPECT_EQ(how_often(all_of(*on, "/forms/visit/observations.jsonl"), "\n"), 3U);
}

TEST_F(kept_forms, neither_count_nor_judge_anew_what_has_come_before) {
  auto on = started({.submissions_per_minute = 1});
  EXPECT_EQ(send(*on, "/name=a", {}, "192.0.2.1", "1").status, 303);
  EXPECT_EQ(send(*on, "/name=a", {}, "192.0.2.1", "1").status, 303);
  EXPECT_EQ(send(*on, "/name=a", {}, "192.0.2.1", "2").status, 429);
  on.reset();
  stage::write(std::filesystem::path(folder_.path()) / "bundle" / "forms" / "visit" / "schema.json",
               R"({"title": "Visit", "required": ["more"], "properties": {"more": {"type": "string"}}})");
  on = started();
  EXPECT_EQ(send(*on, "/name=a", {}, "192.0.2.1", "2").status, 422);
  EXPECT_EQ(send(*on, "/name=a", {}, "192.0.2.1", "1").status, 303);
}

TEST(forms, take_60_of_an_address_in_a_minute_where_nothing_else_is_said) {
  stage::scene on(visit);
  for (int i = 0; i < 60; ++i) ASSERT_EQ(on.post("/forms/visit", "/name=a").status, 303) << i;
  EXPECT_EQ(on.post("/forms/visit", "/name=a").status, 429);
}

// What one of `visit` takes whose name has three letters, and that nobody known has sent.
std::uint64_t size_of_one(const std::string& lines) {
  constexpr std::string_view before = R"("formVersion":")", name = R"({"name":"abc"})";
  const std::size_t at = lines.find(before) + before.size();
  const std::size_t version = lines.find('"', at) - at;
  return 100 + std::string_view("visit").size() + version + std::string_view("2026-11-27T08:30:00.000Z").size() +
         name.size();
}
constexpr std::string_view as_lines = "/forms/visit/observations.jsonl";

class observations_with_a_bound : public kept_forms {
 protected:
  // One is there, and as many fit.
  void make_room_for(std::uint64_t many, std::int64_t bytes_less = 0) {
    auto on = started();
    ASSERT_EQ(send(*on, "/name=abc").status, 303);
    room_ = tenon::byte_size{many * size_of_one(all_of(*on, as_lines)) - static_cast<std::uint64_t>(bytes_less)};
  }
  std::unique_ptr<harness> bounded() { return started({.observations_max_size = room_}); }
  tenon::byte_size room_{};
};

TEST_F(observations_with_a_bound, are_kept_up_to_it_and_given_back_beyond) {
  make_room_for(2);
  auto on = bounded();
  EXPECT_EQ(send(*on, "/name=abc").status, 303);
  const tenon::response refused = send(*on, "/name=%3Cc%3E");
  EXPECT_EQ(refused.status, 507);
  EXPECT_EQ(header(refused, "Cache-Control"), "no-store");
  const std::string_view page = refused.body.view();
  EXPECT_TRUE(has(page, "<title>Not taken: Visit</title>")) << page;
  EXPECT_TRUE(has(page, "This server has no room for more, so your answers were not kept.")) << page;
  EXPECT_TRUE(has(page, "value=\"&lt;c&gt;\"")) << page;
  EXPECT_EQ(how_often(all_of(*on, as_lines), "\n"), 2U);
}

TEST_F(observations_with_a_bound, do_not_fit_where_a_byte_is_missing) {
  make_room_for(2, 1);
  EXPECT_EQ(send(*bounded(), "/name=abc").status, 507);
}

TEST_F(observations_with_a_bound, are_said_to_have_met_it_once_and_again_of_another_bound) {
  make_room_for(1);
  auto on = bounded();
  const auto told = [&] {
    std::size_t out = 0;
    for (const tenon::testing::log_line& one : on->logs()) out += has(one.message, "forms.observations_max_size");
    return out;
  };
  EXPECT_EQ(told(), 0U);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(send(*on, "/name=abc").status, 507);
  EXPECT_EQ(told(), 1U);
  on->change(R"({"observations_max_size": ")" + std::to_string(2 * room_.bytes) + "\"}");
  EXPECT_EQ(send(*on, "/name=abc").status, 303);
  EXPECT_EQ(send(*on, "/name=abc").status, 507);
  EXPECT_EQ(told(), 2U);
  on->advance(59min);
  EXPECT_EQ(send(*on, "/name=abc").status, 507);
  EXPECT_EQ(told(), 2U);
  on->advance(1min);
  EXPECT_EQ(send(*on, "/name=abc").status, 507);
  EXPECT_EQ(told(), 3U) << "somebody may have made room meanwhile, and it is full again";
}

TEST_F(observations_with_a_bound, are_counted_right_after_the_program_was_killed) {
  make_room_for(4);
  const pid_t child = fork();
  if (child == 0) {
    auto on = bounded();
    for (int i = 0; i < 2; ++i)
      if (send(*on, "/name=abc").status != 303) _exit(1);
    raise(SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  auto on = bounded();
  EXPECT_EQ(send(*on, "/name=abc").status, 303);
  EXPECT_EQ(send(*on, "/name=abc").status, 507);
}

TEST_F(observations_with_a_bound, that_were_kept_before_there_was_one_are_counted) {
  make_room_for(2);
  ASSERT_EQ(send(*started(), "/name=abc").status, 303);
  {
    tenon::sqlite::connection old(std::string(folder_.path()) + "/forms.data.db", 1000);
    old.run("DROP TRIGGER observation_files_go");
    old.run("DROP TABLE observation_file_pieces");
    old.run("DROP TABLE observation_files");
    old.run("DROP TRIGGER observations_grow");
    old.run("DROP TRIGGER observations_shrink");
    old.run("DROP TABLE observations_size");
    old.run("DROP INDEX observations_by_sending");
    old.run("ALTER TABLE observations DROP COLUMN sending");
    old.run("DELETE FROM tenon_migrations WHERE step > 2");
  }
  EXPECT_EQ(send(*bounded(), "/name=abc").status, 507);
}

TEST_F(observations_with_a_bound, make_room_where_they_are_deleted) {
  make_room_for(1);
  auto on = bounded();
  EXPECT_EQ(send(*on, "/name=abc").status, 507);
  tenon::sqlite::connection(std::string(folder_.path()) + "/forms.data.db", 1000).run("DELETE FROM observations");
  EXPECT_EQ(send(*on, "/name=abc").status, 303);
}

TEST_F(observations_with_a_bound, never_pass_it_where_several_are_sent_at_once) {
  make_room_for(10);
  auto on = bounded();
  std::atomic<int> kept = 0;
  on->from_two_threads([&] { kept += send(*on, "/name=abc").status == 303; }, 20);
  EXPECT_EQ(kept, 9);
}

}  // namespace
