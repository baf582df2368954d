#include "../http.hpp"

#include <gtest/gtest.h>

#include <string>

#include "running_server.hpp"
#include "tenon/concepts/exports.hpp"
#include "tenon/concepts/has_settings.hpp"
#include "tenon/word/error.hpp"

namespace {

static_assert(tenon::HasSettings<http> && tenon::Exports<http>);

struct fake_context {
  http::settings given{};
  log_lines* lines = nullptr;

  [[nodiscard]] const http::settings& settings() const { return given; }
  [[nodiscard]] tenon::log log() const { return {"http", lines->sink()}; }
  [[nodiscard]] tenon::door door() const {
    return {nullptr, [](void*, tenon::exchange& one) { return mirror(one); }};
  }
};

TEST(http, serves_from_open_to_close_and_says_where) {
  log_lines lines;
  fake_context ctx{.given = {.port = 0}, .lines = &lines};
  http door;
  door.on_start(ctx);
  door.on_open(ctx);
  const int port = std::stoi(door.authority().substr(door.authority().rfind(':') + 1));
  EXPECT_EQ(lines.all(), "info http: listening on http://127.0.0.1:" + std::to_string(port) + "\n");
  EXPECT_EQ(client(port).send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().status, 200);
  door.on_close();
  EXPECT_THROW(client late(port), std::runtime_error);
  door.on_stop();
}

TEST(http, does_not_start_on_a_taken_port) {
  const running_server first;
  log_lines lines;
  fake_context ctx{.given = {.port = first.port()}, .lines = &lines};
  http door;
  EXPECT_THROW(door.on_start(ctx), tenon::error);
}

TEST(http, without_a_port_of_its_own_serves_what_others_bring) {
  log_lines lines;
  fake_context ctx{.given = {.listen = false}, .lines = &lines};
  http door;
  door.on_start(ctx);
  door.on_open(ctx);
  EXPECT_EQ(door.authority(), "");
  EXPECT_EQ(lines.all(), "");
  door.on_close();
  door.on_stop();
}

TEST(http, names_settings_that_contradict_each_other_without_starting_anything) {
  EXPECT_TRUE(http::check({}, {}).empty());
  http::settings given;
  given.address = "nowhere";
  given.target_limit.bytes = given.header_limit.bytes;
  EXPECT_EQ(http::check(given, {}).size(), 2U);
}

}  // namespace
