// Observations: what was sent and is kept, in a program with `data`.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <string_view>

#include "kept_forms.hpp"

using stage::has;
using stage::header;
using stage::kept_forms;
using stage::visit;

namespace {

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
  EXPECT_FALSE(has(html, "<td>n2&lt;"));
  const std::string older(see(*on, "/forms/visit/observations", "before=3").body.view());
  EXPECT_TRUE(has(older, "<td>n2&lt;") && has(older, "<td>n1&lt;") && !has(older, "<td>n3&lt;")) << older;
  EXPECT_FALSE(has(older, "Older ones"));
  EXPECT_EQ(see(*on, "/forms/visit/observations", "before=x").status, 400);
  EXPECT_EQ(see(*on, "/forms/none/observations").status, 404);
  EXPECT_EQ(header(first, "Cache-Control"), "no-store");
}

TEST_F(kept_forms, are_shown_whole_one_by_one) {
  auto on = started();
  ASSERT_EQ(send(*on, "/name=" + std::string(100, 'x')).status, 303);
  const std::string all(see(*on, "/forms/visit/observations").body.view());
  EXPECT_TRUE(has(all, R"(<a href="/forms/visit/observations/1">1</a>)")) << all;
  EXPECT_FALSE(has(all, std::string(61, 'x'))) << all;
  const tenon::response one = see(*on, "/forms/visit/observations/1");
  EXPECT_EQ(one.status, 200);
  EXPECT_TRUE(has(one.body.view(), "<td>" + std::string(100, 'x') + "</td>")) << one.body.view();
  EXPECT_FALSE(header(one, "Content-Security-Policy").empty());
  EXPECT_EQ(header(one, "Cache-Control"), "no-store");
  for (const std::string_view id : {"2", "0", "-1", "x", "1x", "99999999999999999999", "%3Cb%3E"})
    EXPECT_EQ(see(*on, std::string("/forms/visit/observations/").append(id)).status, 404) << id;
  EXPECT_EQ(see(*on, "/forms/none/observations/1").status, 404);
}

TEST_F(kept_forms, are_for_administrators_alone) {
  auto on = started();
  ASSERT_EQ(send(*on, "/name=Ada").status, 303);
  for (const std::string_view path : {"/forms/visit/observations", "/forms/visit/observations/1",
                                      "/forms/visit/observations.jsonl", "/forms/visit/observations.csv"}) {
    const tenon::response refused = on->get(path);
    EXPECT_EQ(refused.status, 401) << path;
    EXPECT_FALSE(has(refused.body.view(), "/bundles")) << "nobody has such a page here";
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
