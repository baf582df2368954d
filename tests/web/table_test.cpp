#include "tenon/web/table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <thread>

#include "allocation_count.hpp"
#include "small_app.hpp"
#include "tenon/testing/hand_loop.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/route.hpp"
#include "tenon/word/task.hpp"
#include "tenon/word/waiting.hpp"

namespace {

using namespace std::chrono_literals;
using tenon::method;
using tenon::request;
using tenon::response;
using tenon::testing::later;

struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};
  using root = tenon::get<"/">;
  using item = tenon::get<"/items/{id}">;
  using change = tenon::put<"/items/{id}">;
  using best = tenon::get<"/items/best">;
  using search_one = tenon::options<"/search">;
  using search = tenon::get<"/search">;
  using head_only = tenon::head<"/probe">;
  using files = tenon::get<"/files/{path...}">;
  using two = tenon::get<"/items/{id}/parts/{part}">;
  using routes = tenon::routes<root, item, change, best, search_one, search, head_only, files, two>;

  response handle(root, const request&) noexcept { return response::text("the shop"); }
  response handle(item route, const request&) { return response::text("item " + route.at<"id">()); }
  response handle(change route, const request& from, auto& ctx) {
    return response::text(std::string(ctx.name) + " changes " + route.at<"id">() + " by " +
                          std::string(from.method_name));
  }
  response handle(best, const request&) { return response::text("the best"); }
  response handle(search_one, const request&) { return response::text("options of its own"); }
  response handle(search, const request&) { return response::text("search"); }
  response handle(head_only, const request&) { return response::empty(200); }
  response handle(files route, const request&) { return response::text(route.at<"path">()); }
  response handle(two route, const request&) { return response::text(route.at<"part">() + " of " + route.at<"id">()); }
};

struct failing {
  static constexpr auto manifest = tenon::manifest{.name = "failing", .version = "1.0.0"};
  using known = tenon::get<"/fail/known">;
  using token = tenon::get<"/fail/token">;
  using server = tenon::get<"/fail/server">;
  using unknown = tenon::get<"/fail/unknown">;
  using odd = tenon::get<"/fail/odd">;
  using waiting = tenon::get<"/fail/waiting">;
  using slow = tenon::get<"/fail/slow", tenon::blocking>;
  using routes = tenon::routes<known, token, server, unknown, odd, waiting, slow>;

  response handle(known, const request&) {
    throw tenon::error(tenon::error_type::not_found,
                       {.message = "No \"such\" thing", .data = R"({"id":7})", .debug = R"({"table":"things"})"});
  }
  response handle(token, const request&) { throw tenon::error(tenon::error_type::expired_token); }
  response handle(server, const request&) {
    try {
      throw std::runtime_error("the disk is full");
    } catch (...) {
      throw tenon::error(tenon::error_type::server_misconfigured,
                         {.message = "Cannot store", .debug = " {\"path\":\"x\"}", .cause = std::current_exception()});
    }
  }
  response handle(unknown, const request&) { throw std::runtime_error("secret detail"); }
  response handle(odd, const request&) { throw 42; }
  tenon::task<response> handle(waiting, const request& from) {
    co_await tenon::pause(from, 1ms);
    throw tenon::error(tenon::error_type::access_denied, std::string("not you"));
  }
  response handle(slow, const request&) { throw std::logic_error("slow and wrong"); }
};

struct waiter {
  static constexpr auto manifest = tenon::manifest{.name = "waiter", .version = "1.0.0"};
  using at_once = tenon::get<"/wait/not">;
  using once = tenon::get<"/wait/{name}/once">;
  using elsewhere = tenon::get<"/wait/elsewhere">;
  using offloads = tenon::get<"/wait/offloads">;
  using blocks = tenon::post<"/wait/blocks/{what}", tenon::blocking>;
  using routes = tenon::routes<at_once, once, elsewhere, offloads, blocks>;

  std::thread::id worked_on{};
  std::thread other{};
  ~waiter() {
    if (other.joinable()) other.join();
  }

  tenon::task<response> handle(at_once, const request&) { co_return response::text("at once"); }
  tenon::task<response> handle(once route, const request& from, auto& ctx) {
    co_await tenon::pause(from, 5ms);
    co_return response::text(std::string(ctx.name) + " waited for " + route.at<"name">());
  }
  tenon::task<response> handle(elsewhere, const request&) {
    struct on_another_thread {
      std::thread& other;
      bool await_ready() { return false; }
      void await_suspend(std::coroutine_handle<> self) {
        std::thread& kept = other;  // this object is in the frame, and gone when the other thread has been quick
        kept = std::thread([self] { self.resume(); });
      }
      void await_resume() {}
    };
    co_await on_another_thread{other};
    co_return response::text("from another thread");
  }
  tenon::task<response> handle(offloads, const request& from) {
    const int sum = co_await tenon::offload(from, [this] {
      worked_on = std::this_thread::get_id();
      return 40 + 2;
    });
    co_return response::text(std::to_string(sum));
  }
  response handle(blocks route, const request&, auto& ctx) {
    worked_on = std::this_thread::get_id();
    return response::text(std::string(ctx.name) + " blocks on " + route.at<"what">());
  }
};

struct old_pages {
  static constexpr auto manifest = tenon::manifest{.name = "my-pages.old", .version = "1.0.0"};
  using routes = tenon::routes<tenon::post<"/my-pages.old/form">>;
  response handle(tenon::post<"/my-pages.old/form">, const request&) { return response::text("form"); }
  response on_get(const request& from) noexcept { return response::text(std::string(from.path)); }
  tenon::task<response> on_put(const request&, auto& ctx) {
    co_return response::text("put by " + std::string(ctx.name));
  }
  response on_delete(const request&, auto& ctx) {
    static_cast<void>(ctx);
    throw tenon::error(tenon::error_type::not_found);
  }
};
static_assert(tenon::WebHandler<old_pages>);
static_assert(!tenon::WebHandler<shop>);

struct silent {
  static constexpr auto manifest = tenon::manifest{.name = "silent", .version = "1.0.0"};
};

using app_type = tenon::web::small_app<silent, shop, failing, waiter, old_pages>;

std::string header(const response& answer, std::string_view name) {
  for (const tenon::response_header& one : answer.headers)
    if (one.name.view() == name) return one.value;
  return "none";
}
std::string body(const response& answer) { return std::string(answer.body.view()); }

TEST(table, a_route_is_handled_with_what_its_parameters_matched) {
  app_type app;
  EXPECT_EQ(body(app.ask(method::get, "/")), "the shop");
  EXPECT_EQ(body(app.ask(method::get, "/items/7")), "item 7");
  EXPECT_EQ(body(app.ask(method::get, "/items/%41%2Fb")), "item A/b") << "decoded for the handler";
  EXPECT_EQ(body(app.ask(method::get, "/items/best")), "the best");
  EXPECT_EQ(body(app.ask(method::get, "/items/9/parts/wheel")), "wheel of 9");
  EXPECT_EQ(body(app.ask(method::put, "/items/best")), "shop changes best by PUT");
  EXPECT_EQ(body(app.ask(method::get, "/files/a/b")), "a/b");
}

TEST(table, a_constant_answer_costs_no_allocation) {
  app_type app;
  tenon::exchange one;
  const std::size_t before = allocation_count();
  for (std::string_view path : {"/", "/items/best", "/search"}) {
    one.request.path = path;
    ASSERT_TRUE(app_type::table::handle(&app, one));
    EXPECT_EQ(one.response.status, 200);
  }
  EXPECT_EQ(allocation_count(), before);
}

TEST(table, get_answers_head_and_options_answers_itself) {
  app_type app;
  EXPECT_EQ(body(app.ask(method::head, "/items/7")), "item 7") << "the door leaves the body out";
  const response options = app.ask(method::options, "/items/7");
  EXPECT_EQ(options.status, 204);
  EXPECT_EQ(header(options, "Allow"), "GET, HEAD, PUT, OPTIONS");
  EXPECT_EQ(body(options), "");
  EXPECT_EQ(body(app.ask(method::options, "/search")), "options of its own");
  EXPECT_EQ(app.ask(method::options, "/nowhere").status, 404);
  EXPECT_EQ(app.ask(method::head, "/probe").status, 200);
  EXPECT_EQ(header(app.ask(method::get, "/probe"), "Allow"), "HEAD, OPTIONS");
  EXPECT_EQ(app.ask(method::options, "*").status, 204);
}

TEST(table, what_nobody_serves_is_refused) {
  app_type app;
  const response missing = app.ask(method::get, "/nowhere");
  EXPECT_EQ(missing.status, 404);
  EXPECT_EQ(body(missing), R"({"error":"Not Found","message":"There is nothing at this path"})");
  EXPECT_EQ(header(missing, "Cache-Control"), "no-cache, no-store, must-revalidate");
  const response wrong = app.ask(method::post, "/items/7");
  EXPECT_EQ(wrong.status, 405);
  EXPECT_EQ(header(wrong, "Allow"), "GET, HEAD, PUT, OPTIONS");
  EXPECT_EQ(body(wrong), R"({"error":"Method Not Allowed","message":"POST is not supported for this endpoint"})");
}

TEST(table, a_method_that_nobody_knows_is_refused_as_any_other_that_is_not_served) {
  app_type app;
  const response other = app.ask(method::other, "/items/7");
  EXPECT_EQ(other.status, 405);
  EXPECT_EQ(header(other, "Allow"), "GET, HEAD, PUT, OPTIONS");
  EXPECT_EQ(body(other), R"({"error":"Method Not Allowed","message":"BREW is not supported for this endpoint"})");
  EXPECT_EQ(app.ask(method::other, "/nowhere").status, 404);
}

TEST(table, hooks_are_mounted_at_the_name_and_below_it) {
  app_type app;
  EXPECT_EQ(body(app.ask(method::get, "/my-pages.old")), "/my-pages.old");
  EXPECT_EQ(body(app.ask(method::get, "/my-pages.old/")), "/my-pages.old/");
  EXPECT_EQ(body(app.ask(method::get, "/my-pages.old/a/b")), "/my-pages.old/a/b");
  EXPECT_EQ(body(app.ask(method::put, "/my-pages.old/a")), "put by my-pages.old");
  EXPECT_EQ(app.ask(method::delete_, "/my-pages.old/a").status, 404);
  EXPECT_EQ(body(app.ask(method::post, "/my-pages.old/form")), "form") << "a route below a mount goes first";
  EXPECT_EQ(body(app.ask(method::get, "/my-pages.old/form")), "/my-pages.old/form");
  EXPECT_EQ(app.ask(method::get, "/my_pages_old").status, 404);
}

TEST(table, a_mount_has_not_implemented_a_method_without_a_hook) {
  app_type app;
  EXPECT_EQ(app.ask(method::post, "/my-pages.old/a").status, 501);
  EXPECT_EQ(app.ask(method::patch, "/my-pages.old").status, 501);
  const response other = app.ask(method::other, "/my-pages.old/a");
  EXPECT_EQ(other.status, 501);
  EXPECT_EQ(body(other), R"({"error":"Not Implemented","message":"BREW is not implemented"})");
  EXPECT_EQ(app.ask(method::patch, "/my-pages.old/form").status, 405) << "a route is there as well";
  EXPECT_EQ(header(app.ask(method::options, "/my-pages.old/a"), "Allow"), "GET, HEAD, PUT, DELETE, OPTIONS");
}

TEST(table, an_error_becomes_its_status_and_its_payload) {
  app_type app;
  const response known = app.ask(method::get, "/fail/known");
  EXPECT_EQ(known.status, 404);
  EXPECT_EQ(body(known), R"({"type":"not_found","message":"No \"such\" thing","data":{"id":7}})");
  EXPECT_EQ(known.content_type.view(), "application/json");
  EXPECT_EQ(header(known, "Cache-Control"), "no-cache, no-store, must-revalidate");
  const response token = app.ask(method::get, "/fail/token");
  EXPECT_EQ(token.status, 401);
  EXPECT_EQ(header(token, "WWW-Authenticate"), "Bearer");
  EXPECT_EQ(body(token), R"({"type":"expired_token","message":"RuntError: expired_token","data":{}})");
  EXPECT_TRUE(app.lines.empty()) << "what the client did wrong is no matter for the log";
}

TEST(table, the_debug_payload_is_sent_in_debug_mode_only) {
  app_type app;
  app.debugging = true;
  EXPECT_EQ(body(app.ask(method::get, "/fail/known")),
            R"({"type":"not_found","message":"No \"such\" thing","data":{"id":7},"debug":{"table":"things"}})");
  EXPECT_EQ(body(app.ask(method::get, "/fail/token")),
            R"({"type":"expired_token","message":"RuntError: expired_token","data":{},"debug":{}})");
  EXPECT_EQ(body(app.ask(method::get, "/fail/server")),
            R"({"type":"server_misconfigured","message":"Cannot store","data":{},)"
            R"("debug":{"underlying":{"message":"the disk is full"},"path":"x"}})");
  EXPECT_EQ(body(app.ask(method::get, "/fail/unknown")),
            R"({"type":"unknown","message":"RuntError: unknown","data":{},)"
            R"("debug":{"underlying":{"message":"secret detail"}}})");
}

TEST(table, whatever_else_is_thrown_is_logged_whole_and_answered_without_detail) {
  app_type app;
  const response unknown = app.ask(method::get, "/fail/unknown");
  EXPECT_EQ(unknown.status, 500);
  EXPECT_EQ(body(unknown), R"({"type":"unknown","message":"RuntError: unknown","data":{}})");
  EXPECT_EQ(app.ask(method::get, "/fail/odd").status, 500);
  EXPECT_EQ(app.ask(method::get, "/fail/server").status, 500);
  ASSERT_EQ(app.lines.size(), 3u);
  EXPECT_EQ(app.lines[0],
            "error failing: GET /fail/unknown failed: unknown: RuntError: unknown, caused by: secret detail");
  EXPECT_EQ(app.lines[1],
            "error failing: GET /fail/odd failed: unknown: RuntError: unknown, caused by: something that is no "
            "std::exception was thrown");
  EXPECT_EQ(app.lines[2],
            "error failing: GET /fail/server failed: server_misconfigured: Cannot store, debug  {\"path\":\"x\"}, "
            "caused by: the disk is full");
}

TEST(table, the_routes_of_an_extension_that_does_not_run_answer_503_with_its_name) {
  app_type app;
  app.faulty = "shop";
  const response held = app.ask(method::get, "/items/7");
  EXPECT_EQ(held.status, 503);
  EXPECT_EQ(body(held), R"({"error":"Service Unavailable","message":"The extension shop is not available"})");
  EXPECT_EQ(app.ask(method::get, "/my-pages.old").status, 200) << "the others run on";
  app.faulty = "my-pages.old";
  EXPECT_EQ(app.ask(method::get, "/my-pages.old").status, 503);
}

TEST(table, a_task_that_need_not_wait_answers_at_once) {
  app_type app;
  EXPECT_EQ(body(app.ask(method::get, "/wait/not")), "at once");
}

TEST(table, a_task_that_waits_is_completed_on_the_connections_thread) {
  app_type app;
  tenon::testing::hand_loop loop;
  later one(loop, method::get, "/wait/Dave/once");
  ASSERT_FALSE(app_type::table::handle(&app, one.exchange));
  EXPECT_EQ(one.completed, 0);
  ASSERT_TRUE(loop.turn());
  EXPECT_EQ(one.completed, 1);
  EXPECT_EQ(body(one.exchange.response), "waiter waited for Dave");
}

TEST(table, a_task_that_was_resumed_elsewhere_is_completed_on_the_connections_thread) {
  for (int i = 0; i < 50; ++i) {
    app_type app;
    tenon::testing::hand_loop loop;
    later one(loop, method::get, "/wait/elsewhere");
    if (app_type::table::handle(&app, one.exchange)) {
      EXPECT_EQ(one.completed, 0) << "answered before the other thread was missed";
    } else {
      ASSERT_TRUE(loop.turn());
      EXPECT_EQ(one.completed, 1);
      EXPECT_EQ(one.completed_on, std::this_thread::get_id());
    }
    EXPECT_EQ(body(one.exchange.response), "from another thread");
  }
}

TEST(table, work_that_a_task_offloads_runs_on_another_thread) {
  app_type app;
  tenon::testing::hand_loop loop;
  later one(loop, method::get, "/wait/offloads");
  ASSERT_FALSE(app_type::table::handle(&app, one.exchange));
  ASSERT_TRUE(loop.turn());
  EXPECT_EQ(one.completed, 1);
  EXPECT_EQ(body(one.exchange.response), "42");
  EXPECT_NE(std::get<waiter>(app.parts).worked_on, std::this_thread::get_id());
}

TEST(table, a_blocking_route_runs_on_another_thread_and_is_completed_on_the_connections) {
  app_type app;
  tenon::testing::hand_loop loop;
  later one(loop, method::post, "/wait/blocks/disk");
  ASSERT_FALSE(app_type::table::handle(&app, one.exchange));
  ASSERT_TRUE(loop.turn());
  EXPECT_EQ(one.completed, 1);
  EXPECT_EQ(one.completed_on, std::this_thread::get_id());
  EXPECT_EQ(body(one.exchange.response), "waiter blocks on disk");
  EXPECT_NE(std::get<waiter>(app.parts).worked_on, std::this_thread::get_id());
}

TEST(table, what_is_thrown_later_becomes_an_answer_too) {
  app_type app;
  tenon::testing::hand_loop loop;
  later waits(loop, method::get, "/fail/waiting");
  ASSERT_FALSE(app_type::table::handle(&app, waits.exchange));
  ASSERT_TRUE(loop.turn());
  EXPECT_EQ(waits.exchange.response.status, 403);
  EXPECT_EQ(waits.completed, 1);
  later blocks(loop, method::get, "/fail/slow");
  ASSERT_FALSE(app_type::table::handle(&app, blocks.exchange));
  ASSERT_TRUE(loop.turn());
  EXPECT_EQ(blocks.exchange.response.status, 500);
  EXPECT_EQ(app.lines.size(), 1u);
}

TEST(table, says_what_is_served_before_anything_is_made) {
  constexpr auto rows = app_type::table::rows();
  static_assert(rows.size() == 9 + 7 + 5 + 1 + 6);
  const auto named = [&](std::string_view pattern, method wanted) {
    return *std::find_if(rows.begin(), rows.end(), [&](const tenon::web::route_row& row) {
      return row.pattern == pattern && row.method == wanted;
    });
  };
  EXPECT_EQ(named("/items/{id}", method::put).extension, "shop");
  EXPECT_TRUE(named("/wait/blocks/{what}", method::post).blocking);
  EXPECT_FALSE(named("/items/{id}", method::put).blocking);
  EXPECT_EQ(named("/my-pages.old/{rest...}", method::get).hook, "on_get");
  EXPECT_EQ(named("/my-pages.old", method::delete_).hook, "on_delete");
}

TEST(table, an_app_that_serves_nothing_says_so) {
  tenon::web::small_app<silent> app;
  EXPECT_EQ(app.ask(method::get, "/").status, 404);
  EXPECT_EQ(app.ask(method::options, "/").status, 404);
  EXPECT_EQ(tenon::web::small_app<>().ask(method::get, "/").status, 404);
}

}  // namespace
