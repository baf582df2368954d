// The forms of the version that is active, where somebody keeps versions.
#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "stage.hpp"

using stage::has;

namespace {

struct keeper {
  static constexpr auto manifest = tenon::manifest{.name = "bundles", .version = "1.0.0"};
  struct exports {
    tenon_bundles::active_bundle now{};
    [[nodiscard]] tenon_bundles::active_bundle active() const { return now; }
  };
  using emits = tenon::events<tenon_bundles::bundle_activated>;
  exports& exported() noexcept { return own; }
  void on_start(auto& ctx) {
    activate = [this, ctx](std::string file) {
      own.now = {"0002", std::move(file)};
      ctx.emit(tenon_bundles::bundle_activated{"0002"});
    };
  }
  exports own{};
  std::function<void(std::string)> activate{};
};
using harness = tenon::testing::harness<forms, tenon::testing::fake_http, keeper>;

stage::scene bundle_of(std::string_view title) {
  return stage::scene(std::string(R"({"title": ")").append(title).append(R"(", "properties": {}})"));
}
std::string list(harness& on) { return std::string(on.get("/forms").body.view()); }

int how_often(const harness& on, std::string_view words) {
  int out = 0;
  for (const tenon::testing::log_line& one : on.logs()) out += has(one.message, words) ? 1 : 0;
  return out;
}

TEST(forms, are_those_of_the_settings_until_a_version_is_active) {
  const stage::scene set = bundle_of("Of the settings"), pushed = bundle_of("Of a version");
  harness on(forms::settings{.bundle = set.root().string()});
  EXPECT_TRUE(has(list(on), "Of the settings"));
  EXPECT_EQ(how_often(on, "is passed over"), 0);
  on.fake<keeper>().activate(pushed.root().string());
  EXPECT_TRUE(has(list(on), "Of a version"));
  EXPECT_FALSE(has(list(on), "Of the settings"));
  EXPECT_EQ(
      how_often(on, "forms.bundle, " + set.root().string() + ", is passed over: version 0002 of bundles is active"), 1);
}

// The address of the modules that the page names.
std::string modules_of(harness& on) {
  const std::string html(on.get("/forms/visit").body.view());
  const std::size_t at = html.find("/forms/visit/modules/");
  return at == std::string::npos ? std::string() : html.substr(at, html.find('&', at) - at);
}

TEST(forms, serve_the_scripts_of_the_version_that_is_active_and_of_no_other) {
  constexpr std::string_view asks = R"({"properties": {"a": {"type": "string", "format": "a"}}})";
  const stage::scene one(asks), other(asks);
  for (const stage::scene* each : {&one, &other}) {
    stage::write(each->root() / "forms/ext.json",
                 R"({"renderers": {"a": {"name": "A", "format": "a", "module": "a.js"}}})");
    stage::write(each->root() / "a.js", each == &one ? "1" : "2");
  }
  harness on(forms::settings{.bundle_modules = true});
  on.fake<keeper>().activate(one.root().string());
  const std::string of_one = modules_of(on);
  EXPECT_EQ(on.get(of_one + "a.js").body.view(), "1");
  on.fake<keeper>().activate(other.root().string());
  EXPECT_EQ(on.get(modules_of(on) + "a.js").body.view(), "2");
  EXPECT_EQ(on.get(of_one + "a.js").status, 404);
}

TEST(forms, forget_with_the_next_version_what_browsers_have_told_of_its_scripts) {
  constexpr std::string_view asks = R"({"properties": {"a": {"type": "string", "format": "a"}}})";
  const stage::scene one(asks);
  stage::write(one.root() / "forms/ext.json",
               R"({"renderers": {"a": {"name": "A", "format": "a", "module": "a.js"}}})");
  stage::write(one.root() / "a.js", "1");
  harness on(forms::settings{.bundle_modules = true});
  for (const int round : {1, 2}) {
    on.fake<keeper>().activate(one.root().string());
    EXPECT_FALSE(has(on.get("/forms/visit/init").body.view(), "it broke"));
    const std::string body = std::string(R"({"address":")")
                                 .append(modules_of(on))
                                 .append(R"(","renderer":"a","kind":"load","path":"/a","message":"it broke"})");
    const std::array headers{tenon::header{"Host", "a"}, tenon::header{"Origin", "http://a"}};
    constexpr std::string_view path = "/forms/visit/failures";
    EXPECT_EQ(on.send({.method = tenon::method::post,
                       .method_name = "POST",
                       .target = path,
                       .path = path,
                       .headers = headers,
                       .body = body})
                  .status,
              204);
    EXPECT_TRUE(has(on.get("/forms/visit/init").body.view(), "it broke"));
    EXPECT_EQ(how_often(on, "it broke"), round);
  }
}

TEST(forms, stay_where_the_version_that_is_active_cannot_be_opened_and_the_log_says_why) {
  const stage::scene pushed = bundle_of("Good");
  harness on;
  on.fake<keeper>().activate(pushed.root().string());
  on.fake<keeper>().activate("/nowhere/at/all");
  EXPECT_TRUE(has(list(on), "Good"));
  EXPECT_EQ(on.status().status, tenon::extension_status::ok);
  EXPECT_EQ(how_often(on,
                      "the forms from before are shown on: failed to open bundle: No such file or directory: "
                      "/nowhere/at/all"),
            1);
}

TEST(forms, change_under_requests_without_mixing_two_versions) {
  const stage::scene one = bundle_of("Version one"), other = bundle_of("Version two");
  harness on;
  on.fake<keeper>().activate(one.root().string());
  bool is_one = true;
  harness::from_two_threads(
      [&, first = std::this_thread::get_id()] {
        if (std::this_thread::get_id() == first) {
          on.fake<keeper>().activate((is_one ? other : one).root().string());
          is_one = !is_one;
          return;
        }
        const std::string html(on.get("/forms/visit").body.view());
        EXPECT_NE(has(html, "<title>Version one"), has(html, "<title>Version two")) << html;
        EXPECT_EQ(has(html, "<title>Version one"), has(html, "<h1>Version one"));
      },
      20);
}

}  // namespace
