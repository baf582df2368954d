// @description@
// Author: @author@
// Licence: @licence@
#pragma once

#include <atomic>
#include <string>
@view@
#include <tenon/extension.hpp>
@event@

struct @identifier@ {
  static constexpr auto manifest = tenon::manifest{
      .name = "@name@",
      .version = "@version@",
      .doc = "@doc@",
@needs@
  };

  struct settings {  // names and defaults; docs/settings.md tells what else a member can be
    tenon::field<std::string, {.doc = "What an answer begins with."}> greeting = "Hello";
  };

  using asked = @identifier@_asked;
  using emits = tenon::events<asked>;

  // A part in braces, as in "/hello/{name}", is `route.at<"name">()` in `handle(ask_route route, ...)`.
  using ask_route = tenon::get<"@route@">;
  using routes = tenon::routes<ask_route>;

  void on_start(auto& ctx) { ctx.log().info("will say " + ctx.settings().greeting); }

  // Called on the thread of whoever emits. Requests overlap, so what they share is atomic.
  void on(asked& event) { event.number = ++times_asked; }

  tenon::response handle(ask_route, const tenon::request&, auto& ctx) {
    const asked event = ctx.emit(asked{});
    return tenon::response::text(ctx.settings().greeting + ", caller " + std::to_string(event.number) + "!\n");
  }

  std::atomic<unsigned> times_asked = 0;
};
// A hook with a slip in its name is none, and nobody would say so: here it is an error.
static_assert(tenon::OnStart<@identifier@>,
              "the app finds no on_start: make it public, and void on_start() or void on_start(auto& ctx)");
@heard@
