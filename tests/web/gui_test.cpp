#include "tenon/web/gui.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "small_app.hpp"
#include "tenon/word/exchange.hpp"
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
inline constexpr std::array<tenon::gui_file, 5> tenon::gui_files<pages>{
    {{"/my-pages/index.html", "text/html; charset=utf-8", "\"a1\"", "<p>"},
     {"/my-pages/deep/app.js", "text/javascript; charset=utf-8", "\"b2\"", "run()"},
     {"/my-pages/big.css", "text/css; charset=utf-8", "\"e5\"", "0123456789"},
     {"/my-pages/big.css.br", "application/octet-stream", "\"e6\"", "br"},
     {"/my-pages/big.css.gz", "application/gzip", "\"e7\"", "gz"}}};
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
  const response script = app.ask(method::get, "/my-pages/deep/app.js");
  EXPECT_EQ(script.status, 200);
  EXPECT_EQ(script.content_type.view(), "text/javascript; charset=utf-8");
  EXPECT_EQ(script.body.view(), "run()");
  EXPECT_EQ(header_of(script, "ETag"), "\"b2\"");
  EXPECT_EQ(header_of(script, "Cache-Control"), "no-cache");
  EXPECT_EQ(app.ask(method::head, "/my-pages/index.html").status, 200);
  EXPECT_EQ(app.ask(method::get, "/my-pages/app.js").status, 404);
}

response big_with(std::vector<tenon::header> headers, method by = method::get) {
  static const tenon::gui_file* const all = tenon::gui_files<pages>.data();
  request from;
  from.method = by;
  from.headers = headers;
  return tenon::web::gui_answer({&all[2], &all[3], &all[4]}, from);
}

TEST(gui, sends_the_variant_that_the_client_takes_and_says_so) {
  const response brotli = big_with({{"Accept-Encoding", "gzip, deflate, br"}});
  EXPECT_EQ(brotli.body.view(), "br");
  EXPECT_EQ(brotli.content_type.view(), "text/css; charset=utf-8");
  EXPECT_EQ(header_of(brotli, "Content-Encoding"), "br");
  EXPECT_EQ(header_of(brotli, "ETag"), "\"e6\"");
  EXPECT_EQ(header_of(brotli, "Vary"), "Accept-Encoding");
  EXPECT_EQ(big_with({{"Accept-Encoding", "gzip;q=0.5, br;q=0"}}).body.view(), "gz");
  const response plain = big_with({});
  EXPECT_EQ(plain.body.view(), "0123456789");
  EXPECT_EQ(header_of(plain, "Content-Encoding"), "none");
  EXPECT_EQ(header_of(plain, "Vary"), "Accept-Encoding");
  EXPECT_EQ(pages_app().ask(method::get, "/my-pages/big.css").body.view(), "0123456789");
  EXPECT_EQ(header_of(pages_app().ask(method::get, "/my-pages/index.html"), "Vary"), "none");
}

TEST(gui, knows_a_variant_by_the_name_of_the_file_that_it_lies_beside) {
  pages_app app;
  const tenon::header all{"Accept-Encoding", "gzip"};
  tenon::exchange one;
  one.request.target = one.request.path = "/my-pages/big.css";
  one.request.headers = {&all, 1};
  EXPECT_TRUE(pages_app::table::handle(&app, one));
  EXPECT_EQ(one.response.body.view(), "gz");
}

TEST(gui, sends_the_part_that_is_asked_for) {
  const response part = big_with({{"Range", "bytes=2-4"}, {"Accept-Encoding", "gzip"}});
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body.view(), "234");
  EXPECT_EQ(header_of(part, "Content-Range"), "bytes 2-4/10");
  EXPECT_EQ(header_of(part, "Content-Encoding"), "none");
  EXPECT_EQ(header_of(part, "Accept-Ranges"), "bytes");
  EXPECT_EQ(big_with({{"Range", "bytes=-3"}}).body.view(), "789");
  const response beyond = big_with({{"Range", "bytes=10-"}});
  EXPECT_EQ(beyond.status, 416);
  EXPECT_EQ(beyond.body.view(), "");
  EXPECT_EQ(header_of(beyond, "Content-Range"), "bytes */10");
  EXPECT_EQ(big_with({{"Range", "bytes=0-1,4-5"}}).status, 200);
  EXPECT_EQ(big_with({{"Range", "bytes=2-4"}}, method::head).status, 200);
}

TEST(gui, sends_a_part_only_of_the_file_that_the_client_has_begun) {
  EXPECT_EQ(big_with({{"Range", "bytes=2-4"}, {"If-Range", "\"e5\""}}).status, 206);
  EXPECT_EQ(big_with({{"Range", "bytes=2-4"}, {"If-Range", "\"old\""}}).status, 200);
  EXPECT_EQ(big_with({{"Range", "bytes=2-4"}, {"If-None-Match", "\"e5\""}}).status, 304);
}

TEST(gui, is_not_sent_again_to_who_has_it) {
  const auto ask = [](std::string_view kept) {
    const tenon::header header{"if-none-match", kept};
    request from;
    from.headers = {&header, 1};
    return tenon::web::gui_answer({&tenon::gui_files<pages>[0]}, from);
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
  const response moved = app.ask(method::get, "/my-pages");
  EXPECT_EQ(moved.status, 302);
  EXPECT_EQ(header_of(moved, "Location"), "/my-pages/index.html");
  EXPECT_EQ(app.ask(method::get, "/hooked").body.view(), "hook /hooked");
  EXPECT_EQ(app.ask(method::get, "/hooked/index.html").body.view(), "<b>");
  EXPECT_EQ(app.ask(method::get, "/hooked/other.html").body.view(), "hook /hooked/other.html");
  EXPECT_EQ(app.ask(method::get, "/routed").body.view(), "route");
  EXPECT_EQ(app.ask(method::get, "/routed/index.html").body.view(), "<i>");
}

TEST(gui, of_an_extension_that_is_down_is_not_served) {
  pages_app app;
  app.faulty = "my-pages";
  EXPECT_EQ(app.ask(method::get, "/my-pages/index.html").status, 503);
}

}  // namespace
