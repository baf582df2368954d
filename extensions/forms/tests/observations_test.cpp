// Observations: what was sent and is kept, in a program with `data`.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <string>
#include <string_view>

#include "../../data/data.hpp"
#include "../export.hpp"
#include "stage.hpp"
#include "tenon/form/render/form_plan.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/testing/hand_loop.hpp"

using stage::has;
using stage::header;

namespace {

constexpr std::string_view visit = R"({"title": "Visit", "properties": {"name": {"type": "string"},
    "of": {"type": "object", "properties": {"size": {"type": "integer"}}}}})";

class kept_forms : public testing::Test {
 protected:
  using harness =
      tenon::testing::harness<forms, tenon::testing::fake_http, stage::breaker, data, tenon::testing::fake_identity>;

  kept_forms() {
    const std::filesystem::path root = std::filesystem::path(folder_.path()) / "bundle";
    stage::write(root / "app/index.html", "");
    stage::write(root / "forms" / "visit" / "schema.json", visit);
    stage::write(root / "forms" / "visit" / "ui.json", R"({"type": "Control", "scope": "#"})");
  }
  std::unique_ptr<harness> started() {
    tenon::environment around;
    around.data_dir = folder_.path();
    return std::make_unique<harness>(forms::settings{.bundle = std::string(folder_.path()) + "/bundle"}, around);
  }
  static tenon::response send(harness& on, std::string_view body, std::string_view token = {}) {
    const std::string shown = std::string("Bearer ").append(token);
    const std::array headers{tenon::header{"Content-Type", "application/x-www-form-urlencoded"},
                             tenon::header{"Authorization", shown}};
    return on.send({.method = tenon::method::post,
                    .method_name = "POST",
                    .target = "/forms/visit",
                    .path = "/forms/visit",
                    .headers = std::span(headers).first(token.empty() ? 1 : 2),
                    .body = body});
  }
  static tenon::response see(harness& on, std::string_view path, std::string_view query = {}) {
    return on.send_as("boss", {.target = path, .path = path, .query = query});
  }
  static std::string all_of(harness& on, std::string_view path) {
    tenon::testing::hand_loop loop;
    tenon::testing::later one(loop, tenon::method::get, path);
    const tenon::header token{"Authorization", "Bearer boss"};
    one.exchange.request.headers = {&token, 1};
    const tenon::door way_in = on.app().door();
    if (!way_in.handle(way_in.app, one.exchange)) loop.settle();
    tenon::response& answer = one.exchange.response;
    if (!answer.more) return std::string(answer.body.view());
    std::string out;
    for (;;) {
      bool came = false;
      tenon::pieces::step step =
          answer.more->next({[](void* seen) noexcept { *static_cast<bool*>(seen) = true; }, &came});
      if (step == tenon::pieces::step::waits) {
        while (!came && loop.turn()) {
        }
        step = answer.more->found();
      }
      if (step == tenon::pieces::step::end) return out;
      out += answer.more->text();
    }
  }

  tenon::testing::scratch_folder folder_{};
};

TEST_F(kept_forms, are_there_after_the_next_start) {
  {
    auto on = started();
    EXPECT_EQ(send(*on, "/name=Ada&/of/size=3", "ada").status, 303);
    EXPECT_EQ(send(*on, "/name=Dave").status, 303);
    EXPECT_EQ(send(*on, "/of/size=many").status, 422);
    EXPECT_TRUE(has(on->get("/forms/visit/sent").body.view(), "They are kept."));
  }
  auto on = started();
  const std::string lines = all_of(*on, "/forms/visit/observations.jsonl");
  EXPECT_TRUE(has(lines, R"({"id":1,"receivedAt":"2)")) << lines;
  EXPECT_TRUE(has(lines, R"("actor":"ada","formVersion":")")) << lines;
  EXPECT_TRUE(has(lines, R"("data":{"name":"Ada","of":{"size":3}}})")) << lines;
  EXPECT_TRUE(has(lines, R"("actor":null)")) << lines;
  EXPECT_FALSE(has(lines, "many")) << lines;
}

TEST_F(kept_forms, are_there_after_the_program_was_killed_once_it_has_answered) {
  const pid_t child = fork();
  if (child == 0) {
    auto on = started();
    if (send(*on, "/name=Ada").status == 303) raise(SIGKILL);
    _exit(1);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
  auto on = started();
  EXPECT_TRUE(has(all_of(*on, "/forms/visit/observations.jsonl"), R"("data":{"name":"Ada","of":{)") ||
              has(all_of(*on, "/forms/visit/observations.jsonl"), R"("data":{"name":"Ada"})"));
}

TEST_F(kept_forms, are_shown_the_newest_first_and_a_page_at_a_time) {
  auto on = started();
  for (int i = 1; i <= 52; ++i) ASSERT_EQ(send(*on, "/name=n" + std::to_string(i) + "%3Cb%3E").status, 303);
  const tenon::response first = see(*on, "/forms/visit/observations");
  const std::string_view html = first.body.view();
  EXPECT_EQ(first.status, 200);
  EXPECT_LT(html.find("n52&lt;b&gt;"), html.find("n51&lt;b&gt;")) << html;
  EXPECT_TRUE(has(html, R"(<a href="/forms/visit/observations?before=3">Older ones</a>)")) << html;
  EXPECT_FALSE(has(html, "n2&lt;"));
  const std::string older(see(*on, "/forms/visit/observations", "before=3").body.view());
  EXPECT_TRUE(has(older, "n2&lt;") && has(older, "n1&lt;") && !has(older, "n3&lt;")) << older;
  EXPECT_FALSE(has(older, "Older ones"));
  EXPECT_EQ(see(*on, "/forms/visit/observations", "before=x").status, 400);
  EXPECT_EQ(see(*on, "/forms/none/observations").status, 404);
  EXPECT_EQ(header(first, "Cache-Control"), "no-store");
}

TEST_F(kept_forms, are_for_administrators_alone) {
  auto on = started();
  for (const std::string_view path :
       {"/forms/visit/observations", "/forms/visit/observations.jsonl", "/forms/visit/observations.csv"}) {
    EXPECT_EQ(on->get(path).status, 401) << path;
    EXPECT_EQ(on->send_as("ada", {.target = path, .path = path}).status, 403) << path;
    EXPECT_EQ(on->send_as("root", {.target = path, .path = path}).status, 200) << path;
  }
}

TEST_F(kept_forms, are_refused_a_token_that_is_no_good) {
  auto on = started();
  EXPECT_EQ(send(*on, "/name=Ada", "stale").status, 401);
}

TEST_F(kept_forms, are_a_table_that_no_text_becomes_a_formula_in) {
  auto on = started();
  ASSERT_EQ(send(*on, "/name=%3D1%2B1%2C%22a%22&/of/size=-3").status, 303);
  const std::string table = all_of(*on, "/forms/visit/observations.csv");
  EXPECT_TRUE(table.starts_with("id,received_at,actor,form_version,name,of.size\r\n1,2")) << table;
  EXPECT_TRUE(table.ends_with(",\"'=1+1,\"\"a\"\"\",-3\r\n")) << table;
}

TEST(forms, say_that_nothing_is_kept_where_there_is_no_data) {
  stage::scene on(visit);
  EXPECT_TRUE(has(on.get("/forms/visit/sent").body.view(), "This server keeps none of them."));
  EXPECT_EQ(on.get("/forms/visit/observations").status, 404);
}

}  // namespace
