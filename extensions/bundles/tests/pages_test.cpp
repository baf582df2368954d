// The page of bundles, as a browser without scripts uses it.
#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "stage.hpp"

using stage::bundle;
using stage::has;
using stage::in_form;
using stage::server;

namespace {

const std::string own_page = "Origin: http://localhost\r\n",
                  form_type = "Content-Type: application/x-www-form-urlencoded\r\n";

// What it is told by Set-Cookie it shows again.
class browser {
 public:
  explicit browser(const server& at) : at_(at) {}
  answer open(std::string_view path = "/bundles") { return keep(at_.ask("GET", path, "", cookie())); }
  answer post(std::string_view path, std::string_view body, std::string_view from = own_page,
              std::string_view type = form_type) {
    return keep(at_.ask("POST", path, "", cookie().append(from).append(type), body));
  }
  answer upload(std::string_view bytes, std::string_view from = own_page) {
    return post("/bundles/push", stage::form_of(bytes), from, "Content-Type: multipart/form-data; boundary=cut\r\n");
  }
  answer log_in(std::string_view token = "root") {
    return post("/bundles/log-in", std::string("token=").append(token));
  }
  [[nodiscard]] const std::string& kept() const { return cookie_; }

 private:
  std::string cookie() const { return cookie_.empty() ? "" : "Cookie: other=1; " + cookie_ + "\r\n"; }
  answer keep(answer said) {
    if (const auto set = said.header("Set-Cookie")) cookie_ = set->substr(0, set->find(';'));
    return said;
  }
  const server& at_;
  std::string cookie_{};
};

TEST(bundles_page, is_for_administrators_who_have_logged_in) {
  const server on;
  browser ada(on);
  const answer asked = ada.open();
  EXPECT_EQ(asked.status, 200);
  EXPECT_TRUE(has(asked.body, R"(<label for="token">The administrator&#39;s token</label>)") ||
              has(asked.body, R"(<label for="token">The administrator's token</label>)"))
      << asked.body;
  EXPECT_FALSE(has(asked.body, "Upload"));
  for (const char* token : {"", "nobody", "ada", "stale"}) {
    const answer refused = ada.log_in(token);
    EXPECT_EQ(refused.status, 403) << token;
    EXPECT_TRUE(has(refused.body, "This is not the token of an administrator.")) << token;
    EXPECT_TRUE(ada.kept().empty());
  }
  EXPECT_EQ(ada.upload(bundle()).status, 403);
  EXPECT_EQ(ada.post("/bundles/switch", "version=0001").status, 403);
  const answer in = ada.log_in();
  EXPECT_EQ(in.status, 303);
  EXPECT_EQ(in.header("Location"), "/bundles");
  const std::string cookie = in.header("Set-Cookie").value_or("");
  EXPECT_TRUE(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict")) << cookie;
  EXPECT_FALSE(has(cookie, "root")) << "the token stays here";
  EXPECT_TRUE(has(ada.open().body, "Upload a bundle"));
  browser stranger(on);
  EXPECT_FALSE(has(stranger.open().body, "Upload a bundle"));
  const std::string before = ada.kept();
  EXPECT_EQ(ada.post("/bundles/log-out", "").status, 303);
  EXPECT_TRUE(has(on.ask("GET", "/bundles", "", "Cookie: " + before + "\r\n").body, "Log in"));
  EXPECT_EQ(on.versions(), R"({"versions":[]})");
}

TEST(bundles_page, says_in_a_page_that_a_bundle_is_larger_than_the_door_or_the_page_takes) {
  const server on;
  browser ada(on);
  ada.log_in();
  const std::string as_browsers_do = own_page + "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n";
  const answer refused = ada.upload(std::string(std::size_t{41} << 20U, 'z'), as_browsers_do);
  EXPECT_EQ(refused.status, 413);
  EXPECT_EQ(refused.header("Content-Type"), "text/html; charset=utf-8");
  EXPECT_TRUE(has(refused.body, "At most 40MiB are taken at once")) << refused.body;
  EXPECT_TRUE(has(refused.body, "choose a smaller file")) << refused.body;
  EXPECT_TRUE(has(refused.body, "http.body_limit")) << refused.body;
  const answer small = ada.post("/bundles/switch", std::string(5000, 'z'), as_browsers_do);
  EXPECT_EQ(small.status, 413);
  EXPECT_TRUE(has(small.body, "At most 4KiB are taken at once")) << small.body;
  // A script that asks gets what it can read.
  EXPECT_EQ(ada.upload(std::string(std::size_t{41} << 20U, 'z')).header("Content-Type"), "application/json");
}

TEST(bundles_page, takes_a_bundle_and_switches_to_it) {
  const server on;
  browser ada(on);
  ada.log_in();
  const answer made = ada.upload(bundle());
  EXPECT_EQ(made.status, 200);
  EXPECT_TRUE(has(made.body, "It is version 0001, which is not active yet.")) << made.body;
  EXPECT_TRUE(has(ada.open().body, "None is active: switch to one."));
  EXPECT_TRUE(has(ada.open().body, " files, 1 form, pushed ")) << ada.open().body;
  EXPECT_EQ(ada.post("/bundles/switch", "version=0001").status, 303);
  EXPECT_TRUE(has(ada.open().body, "<strong>0001</strong> <span class=\"note\">active</span>")) << ada.open().body;
  EXPECT_TRUE(has(ada.open().body, " files, 1 form, pushed ")) << ada.open().body;
  EXPECT_EQ(on.versions(), R"({"versions":["0001 *"]})");
  EXPECT_EQ(ada.post("/bundles/switch", "version=0009").status, 404);
  EXPECT_EQ(ada.post("/bundles/switch", "").status, 404);
}

TEST(bundles_page, tells_each_thing_that_is_wrong_with_file_line_and_what_to_do) {
  const server on;
  browser ada(on);
  ada.log_in();
  form_test::written_zip broken;
  broken.add("app/index.html").add(in_form("schema.json"), "{\"properties\":\n{\"a\": {\"format\": \"emial\"}}}");
  broken.add(in_form("ui.json"), "{").add("<b>");
  const answer said = ada.upload(broken.bytes());
  EXPECT_EQ(said.status, 400);
  EXPECT_TRUE(has(said.body, "<title>Wrong: This bundle is not valid</title>")) << said.body;
  EXPECT_TRUE(has(said.body, "<h2>Errors: 3</h2>")) << said.body;
  EXPECT_TRUE(has(said.body, "<code>" + in_form("schema.json") + ":2</code>")) << said.body;
  EXPECT_TRUE(has(said.body, "references renderer with format &#39;emial&#39;")) << said.body;
  EXPECT_TRUE(has(said.body, "The nearest known one is &#39;email&#39;.")) << said.body;
  EXPECT_TRUE(has(said.body, "invalid JSON in form UI " + in_form("ui.json"))) << said.body;
  EXPECT_TRUE(has(said.body, "&lt;b&gt;") && !has(said.body, "<b>")) << said.body;
  EXPECT_TRUE(has(said.body, "Upload a bundle")) << "and the way to try again";
  EXPECT_EQ(on.versions(), R"({"versions":[]})");
  EXPECT_EQ(ada.upload("").status, 400);
  EXPECT_TRUE(has(ada.upload("no ZIP").body, "failed to open bundle: it is not a ZIP file"));
}

TEST(bundles_page, tells_of_a_good_bundle_what_others_in_the_program_know_of_it) {
  const server on;
  browser ada(on);
  ada.log_in();
  const answer said = ada.upload(stage::bundle_with("odd"));
  EXPECT_EQ(said.status, 200);
  EXPECT_TRUE(has(said.body, "It is version 0001") && has(said.body, "<h2>Warnings: 1</h2>")) << said.body;
  EXPECT_TRUE(has(said.body, "<code>" + stage::in_app("odd") + ":3</code>")) << said.body;
  EXPECT_TRUE(has(said.body, "this is odd") && has(said.body, "Make it even.")) << said.body;
  EXPECT_FALSE(has(said.body, "Notes")) << said.body;
  const answer noted = ada.upload(stage::bundle_with("even"));
  EXPECT_TRUE(has(noted.body, R"(<h2>Notes: 1</h2>)") && has(noted.body, R"(<span class="note">this is even)"))
      << noted.body;
}

// Whoever is logged in may look at pages of others.
TEST(bundles_page, takes_nothing_from_a_page_of_another_origin_or_of_none) {
  const server on;
  browser ada(on);
  ada.log_in();
  on.push(bundle());
  for (const std::string from : {"", "Origin: http://evil.com\r\n", "Origin: null\r\n",
                                 "Origin: http://localhost:3000\r\n", "Origin: http://localhost.evil.com\r\n"}) {
    EXPECT_EQ(ada.upload(bundle(), from).status, 403) << from;
    EXPECT_EQ(ada.post("/bundles/switch", "version=0001", from).status, 403) << from;
    EXPECT_EQ(ada.post("/bundles/log-out", "", from).status, 403) << from;
    EXPECT_EQ(ada.post("/bundles/log-in", "token=root", from).status, 403) << from;
  }
  EXPECT_EQ(on.versions(), R"({"versions":["0001"]})");
  EXPECT_TRUE(has(ada.open().body, "Upload a bundle")) << "and is logged in still";
  EXPECT_EQ(on.ask("POST", "/app-bundle/push", "", "Cookie: " + ada.kept() + "\r\n" + own_page, bundle()).status, 401)
      << "the cookie opens pages alone";
}

TEST(bundles_page, has_no_script_and_no_style_in_it) {
  const server on;
  browser ada(on);
  ada.log_in();
  on.push(bundle());
  for (const answer& said : {ada.open(), ada.upload("no ZIP"), ada.upload(bundle())}) {
    EXPECT_EQ(said.header("Content-Security-Policy"),
              "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
              "frame-ancestors 'none'");
    EXPECT_EQ(said.header("Cache-Control"), "no-store");
    EXPECT_FALSE(has(said.body, "<script") || has(said.body, "<style") || has(said.body, " style=") ||
                 has(said.body, "javascript:"))
        << said.body;
    EXPECT_TRUE(has(said.body, R"(<meta name="viewport" content="width=device-width, initial-scale=1">)"));
    EXPECT_TRUE(has(said.body, R"(<link rel="stylesheet" href="/bundles/bundles.css">)"));
  }
}

TEST(bundles_page, forgets_who_has_not_come_by_for_half_an_hour_and_whose_token_is_no_good_any_more) {
  server on;
  browser ada(on);
  ada.log_in();
  on.advance(std::chrono::minutes(29));
  EXPECT_TRUE(has(ada.open().body, "Upload a bundle"));
  on.advance(std::chrono::minutes(29));
  EXPECT_TRUE(has(ada.open().body, "Upload a bundle")) << "who comes by stays";
  on.advance(std::chrono::minutes(31));
  EXPECT_TRUE(has(ada.open().body, "Log in"));
  EXPECT_TRUE(has(ada.upload(bundle()).body, "You are not logged in any more, and nothing was done."));

  browser boss(on);
  boss.log_in("boss");
  EXPECT_TRUE(has(boss.open().body, "Upload a bundle"));
  on.lose("boss");
  EXPECT_EQ(boss.open().status, 500) << "it is asked anew each time";
}

}  // namespace
