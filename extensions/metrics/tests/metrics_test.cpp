#include "../metrics.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"

namespace {

using std::chrono::milliseconds;

using tenon::testing::fake_http;
using tenon::testing::fake_identity;
struct sold {
  static constexpr std::string_view name = "shop.sold";
  int pieces = 1;
};
// Of the name that the drivers' door has for it.
struct called {
  static constexpr std::string_view name = "driver.called";
  std::string interface{}, driver{}, method{};
  bool failed = false;
  std::chrono::nanoseconds took{0};
};
struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "2.0.0"};
  using emits = tenon::events<sold, called>;
  using buy = tenon::post<"/shop/{item}">;
  using look = tenon::get<"/shop/{item}">;
  using routes = tenon::routes<buy, look>;
  tenon::response handle(buy, const tenon::request&, auto& ctx) {
    ctx.emit(sold{});
    ctx.emit(called{.interface = "till", .driver = "one", .method = "pay", .failed = true, .took = milliseconds(3)});
    return tenon::response::text("sold", 201);
  }
  tenon::response handle(look, const tenon::request&) { return tenon::response::text("nice"); }
};
struct hurt {
  static constexpr auto manifest = tenon::manifest{.name = "hurt", .version = "1.0.0"};
  void on_start() { throw tenon::error(tenon::error_type::unknown, "it hurts"); }
  void on(const sold&) {}
};

class metrics_test : public testing::Test {
 protected:
  using app_type = tenon::app<metrics, fake_http, fake_identity, shop, hurt>;

  tenon::response ask(tenon::method method, std::string_view path, std::string_view token = "",
                      milliseconds took = milliseconds(2)) {
    const tenon::header authorization{"Authorization", token};
    tenon::exchange one{.request = {.method = method, .method_name = to_string(method), .target = path, .path = path}};
    one.request.headers = {&authorization, 1};
    const tenon::door door = app_.door();
    EXPECT_TRUE(door.handle(door.app, one));
    door.answered(door.app, one, took);
    return std::move(one.response);
  }
  std::string read() { return std::string(ask(tenon::method::get, "/metrics", "root").body.view()); }
  // Whether it stands there as a whole line.
  static testing::AssertionResult has(const std::string& text, std::string_view line) {
    const std::string whole = std::string("\n").append(line).append("\n");
    return text.find(whole) != std::string::npos ? testing::AssertionSuccess() : testing::AssertionFailure() << text;
  }

  app_type app_{tenon::environment{}};
};

TEST_F(metrics_test, counts_answers_by_route_and_status_and_everything_without_a_route_together) {
  app_.start();
  ask(tenon::method::post, "/shop/book");
  ask(tenon::method::get, "/shop/book");
  ask(tenon::method::get, "/shop/pen");
  ask(tenon::method::get, "/a");
  ask(tenon::method::get, "/b");
  const std::string text = read();
  EXPECT_TRUE(
      has(text, R"(tenon_http_requests_total{extension="shop",method="POST",route="/shop/{item}",status="201"} 1)"));
  EXPECT_TRUE(
      has(text, R"(tenon_http_requests_total{extension="shop",method="GET",route="/shop/{item}",status="200"} 2)"));
  EXPECT_TRUE(has(text, R"(tenon_http_requests_total{extension="",method="",route="",status="404"} 2)"));
  EXPECT_TRUE(
      has(text, R"(tenon_http_response_body_bytes_total{extension="shop",method="GET",route="/shop/{item}"} 8)"));
}

TEST_F(metrics_test, has_a_histogram_of_durations_whose_buckets_add_up) {
  app_.start();
  ask(tenon::method::get, "/shop/a", "", milliseconds(2));
  ask(tenon::method::get, "/shop/a", "", milliseconds(5));  // a bound is in its bucket
  ask(tenon::method::get, "/shop/a", "", milliseconds(60'000));
  const std::string text = read();
  const std::string of = R"({extension="shop",method="GET",route="/shop/{item}")";
  const auto bucket = [&](std::string_view le, std::string_view count) {
    return has(text, std::string("tenon_http_request_duration_seconds_bucket") + of + ",le=\"" + std::string(le) +
                         "\"} " + std::string(count));
  };
  EXPECT_TRUE(bucket("0.001", "0"));
  EXPECT_TRUE(bucket("0.0025", "1"));
  EXPECT_TRUE(bucket("0.005", "2"));
  EXPECT_TRUE(bucket("10", "2"));
  EXPECT_TRUE(bucket("+Inf", "3"));
  EXPECT_TRUE(has(text, "tenon_http_request_duration_seconds_sum" + of + "} 60.007"));
  EXPECT_TRUE(has(text, "tenon_http_request_duration_seconds_count" + of + "} 3"));
}

TEST_F(metrics_test, counts_events_and_calls_of_drivers) {
  app_.start();
  ask(tenon::method::post, "/shop/book");
  ask(tenon::method::post, "/shop/book");
  const std::string text = read();
  EXPECT_TRUE(has(text, R"(tenon_events_total{event="shop.sold"} 2)"));
  EXPECT_TRUE(has(text, R"(tenon_driver_failures_total{interface="till",driver="one",method="pay"} 2)"));
  EXPECT_TRUE(has(
      text, R"(tenon_driver_call_duration_seconds_bucket{interface="till",driver="one",method="pay",le="0.005"} 2)"));
}

TEST_F(metrics_test, says_what_the_program_is_made_of_and_how_each_part_does) {
  app_.start();
  ask(tenon::method::post, "/shop/book");
  const std::string text = read();
  EXPECT_TRUE(has(text, R"(tenon_extension_info{extension="shop",version="2.0.0",kind="feature",status="ok"} 1)"));
  EXPECT_TRUE(has(text, R"(tenon_extension_info{extension="hurt",version="1.0.0",kind="feature",status="fault"} 1)"));
  EXPECT_TRUE(has(text, R"(tenon_extension_up{extension="hurt"} 0)"));
  EXPECT_TRUE(has(text, R"(tenon_extension_up{extension="shop"} 1)"));
  EXPECT_TRUE(has(text, R"(tenon_events_skipped_total{extension="hurt"} 1)"));
  EXPECT_TRUE(has(text, R"(tenon_executor_waiting{extension="shop"} 0)"));
  EXPECT_TRUE(has(text, "# TYPE process_resident_memory_bytes gauge"));
}

TEST_F(metrics_test, is_for_administrators_unless_it_is_open) {
  app_.start();
  EXPECT_EQ(ask(tenon::method::get, "/metrics").status, 401);
  EXPECT_EQ(ask(tenon::method::get, "/metrics", "ada").status, 403);
  const tenon::response answer = ask(tenon::method::get, "/metrics", "root");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type.view(), tenon_metrics::exposition_type);

  app_type::settings_type settings{};
  settings.of<metrics>().open = true;
  app_type open(tenon::environment{}, std::move(settings));
  open.start();
  tenon::exchange one{.request = {.target = "/metrics", .path = "/metrics"}};
  EXPECT_TRUE(open.door().handle(open.door().app, one));
  EXPECT_EQ(one.response.status, 200);
}

TEST(exposition, escapes_what_stands_in_a_label) {
  tenon_metrics::exposition out;
  out.family("a", tenon_metrics::exposition::kind::gauge, "Of a.");
  out.sample({{"b", "c\\d\"e\nf"}}, std::uint64_t{1});
  EXPECT_EQ(out.text(), "# HELP a Of a.\n# TYPE a gauge\na{b=\"c\\\\d\\\"e\\nf\"} 1\n");
}

}  // namespace
