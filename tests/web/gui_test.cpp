#include "tenon/web/gui.hpp"

#include <gtest/gtest.h>

#include <string>

#include "small_app.hpp"
#include "tenon/word/route.hpp"

namespace {

using tenon::method;
using tenon::request;
using tenon::response;

// Three with a gui/, as the build would say it; and what they answer themselves.
struct pages {
  static constexpr auto manifest = tenon::manifest{.name = "my-pages", .version = "1.0.0"};
};
struct hooked {
  static constexpr auto manifest = tenon::manifest{.name = "hooked", .version = "1.0.0"};
  response on_get(const request& from) { return response::text("hook " + std::string(from.path)); }
};
struct routed {
  static constexpr auto manifest = tenon::manifest{.name = "routed", .version = "1.0.0"};
  using mount = tenon::get<"/routed">;
  using routes = tenon::routes<mount>;
  response handle(mount, const request&) { return response::text("route"); }
};

}  // namespace

template <>
inline constexpr std::array<tenon::gui_file, 2> tenon::gui_files<pages>{
    {{"/my_pages/index.html", "text/html; charset=utf-8", "\"a1\"", "<p>"},
     {"/my_pages/deep/app.js", "text/javascript; charset=utf-8", "\"b2\"", "run()"}}};
template <>
inline constexpr std::array<tenon::gui_file, 1> tenon::gui_files<hooked>{
    {{"/hooked/index.html", "text/html; charset=utf-8", "\"c3\"", "<b>"}}};
template <>
inline constexpr std::array<tenon::gui_file, 1> tenon::gui_files<routed>{
    {{"/routed/index.html", "text/html; charset=utf-8", "\"d4\"", "<i>"}}};

namespace {

using pages_app = tenon::web::small_app<pages, hooked, routed>;

std::string header_of(const response& answer, std::string_view name) {
  for (const tenon::response_header& one : answer.headers)
    if (one.name.view() == name) return one.value;
  return "none";
}

TEST(gui, answers_with_the_file_its_type_and_its_tag) {
  pages_app app;
  const response script = app.ask(method::get, "/my_pages/deep/app.js");
  EXPECT_EQ(script.status, 200);
  EXPECT_EQ(script.content_type.view(), "text/javascript; charset=utf-8");
  EXPECT_EQ(script.body.view(), "run()");
  EXPECT_EQ(header_of(script, "ETag"), "\"b2\"");
  EXPECT_EQ(header_of(script, "Cache-Control"), "no-cache");
  EXPECT_EQ(app.ask(method::head, "/my_pages/index.html").status, 200);
  EXPECT_EQ(app.ask(method::get, "/my_pages/app.js").status, 404);
}

TEST(gui, is_not_sent_again_to_who_has_it) {
  const auto ask = [](std::string_view kept) {
    const tenon::header header{"if-none-match", kept};
    request from;
    from.headers = {&header, 1};
    return tenon::web::gui_answer(tenon::gui_files<pages>[0], from);
  };
  for (const char* same : {"\"a1\"", "W/\"a1\"", "\"z\", \"a1\"", "*"}) {
    EXPECT_EQ(ask(same).status, 304) << same;
    EXPECT_EQ(ask(same).body.view(), "") << same;
    EXPECT_EQ(header_of(ask(same), "ETag"), "\"a1\"");
  }
  EXPECT_EQ(ask("\"b2\"").status, 200);
  EXPECT_EQ(ask("").status, 200);
}

TEST(gui, is_led_to_from_the_mount_unless_the_extension_answers_there) {
  pages_app app;
  const response moved = app.ask(method::get, "/my_pages");
  EXPECT_EQ(moved.status, 302);
  EXPECT_EQ(header_of(moved, "Location"), "/my_pages/index.html");
  EXPECT_EQ(app.ask(method::get, "/hooked").body.view(), "hook /hooked");
  EXPECT_EQ(app.ask(method::get, "/hooked/index.html").body.view(), "<b>");
  EXPECT_EQ(app.ask(method::get, "/hooked/other.html").body.view(), "hook /hooked/other.html");
  EXPECT_EQ(app.ask(method::get, "/routed").body.view(), "route");
  EXPECT_EQ(app.ask(method::get, "/routed/index.html").body.view(), "<i>");
}

TEST(gui, of_an_extension_that_is_down_is_not_served) {
  pages_app app;
  app.faulty = "my-pages";
  EXPECT_EQ(app.ask(method::get, "/my_pages/index.html").status, 503);
}

}  // namespace
