// examples/survey, as a process.
#include <gtest/gtest.h>

#include <signal.h>

#include <charconv>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../backend/child.hpp"
#include "../backend/http_client.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace {

using namespace backend_test;

// 0: it does not listen.
int port_of(child& survey) {
  constexpr std::string_view said = "listening on http://127.0.0.1:";
  int port = 0;
  if (!survey.says(said)) return port;
  const std::string text = survey.output();
  const std::size_t at = text.find(said) + said.size();
  std::from_chars(text.data() + at, text.data() + text.size(), port);
  return port;
}

answer send(int port) {
  return answer_to(port, {.method = "POST",
                          .target = "/forms/water",
                          .body = "/season=dry&/people=3&/litres=9",
                          .content_type = "application/x-www-form-urlencoded"});
}

TEST(survey_example, has_its_forms_in_itself_and_draws_what_they_bring) {
  tenon::testing::scratch_folder data;
  child survey({TENON_EXAMPLE_SURVEY, "serve", "--port", "0", "--data-dir", data.path()}, {});
  const int port = port_of(survey);
  ASSERT_NE(port, 0) << survey.output();
  EXPECT_NE(survey.output().find("3 forms of the program"), std::string::npos) << survey.output();

  const answer list = answer_to(port, {.target = "/forms"});
  EXPECT_EQ(list.status, 200);
  EXPECT_NE(list.body.find("/forms/household"), std::string::npos) << list.body;
  const answer page = answer_to(port, {.target = "/forms/household"});
  EXPECT_NE(page.body.find("min=\"1\" max=\"5\""), std::string::npos) << "stars: " << page.body;
  survey.signal(SIGTERM);
  EXPECT_EQ(survey.wait(), 0);
}

TEST(survey_example, takes_no_more_than_its_settings_say_and_gives_the_rest_back) {
  tenon::testing::scratch_folder data;
  const auto start = [&](const std::string& setting) {
    return std::make_unique<child>(std::vector<std::string>{TENON_EXAMPLE_SURVEY, "serve", "--port", "0", "--data-dir",
                                                            data.path(), "--set", setting},
                                   std::vector<std::string>{});
  };
  {
    const auto survey = start("forms.submissions_per_minute=2");
    const int port = port_of(*survey);
    ASSERT_NE(port, 0) << survey->output();
    EXPECT_EQ(send(port).status, 303);
    EXPECT_EQ(send(port).status, 303);
    const answer refused = send(port);
    EXPECT_EQ(refused.status, 429);
    EXPECT_FALSE(refused.header("Retry-After").empty());
    EXPECT_NE(refused.body.find("value=\"9\""), std::string::npos) << refused.body;
    survey->signal(SIGKILL);
    survey->wait();
  }
  const auto survey = start("forms.observations_max_size=450B");
  const int port = port_of(*survey);
  ASSERT_NE(port, 0) << survey->output();
  const answer refused = send(port);
  EXPECT_EQ(refused.status, 507) << "two of about 196 bytes are there";
  EXPECT_NE(refused.body.find("value=\"9\""), std::string::npos) << refused.body;
  EXPECT_TRUE(survey->says("observations are not kept any more")) << survey->output();
  survey->signal(SIGTERM);
  EXPECT_EQ(survey->wait(), 0);
}

TEST(survey_example, takes_a_file_over_its_socket_and_no_more_than_its_door_lets_in) {
  tenon::testing::scratch_folder data, bundle;
  const std::filesystem::path form = std::filesystem::path(bundle.path()) / "forms" / "find";
  std::filesystem::create_directories(form);
  std::filesystem::create_directories(form.parent_path().parent_path() / "app");
  std::ofstream(form.parent_path().parent_path() / "app" / "index.html") << "";
  std::ofstream(form / "schema.json") << R"({"properties": {"photo": {"type": "object", "format": "photo"}}})";
  std::ofstream(form / "ui.json") << R"({"type": "Control", "scope": "#"})";
  child survey({TENON_EXAMPLE_SURVEY, "serve", "--port", "0", "--data-dir", data.path(), "--set",
                std::string("forms.bundle=").append(bundle.path()), "--set", "http.body_limit=100KiB"},
               {});
  const int port = port_of(survey);
  ASSERT_NE(port, 0) << survey.output();
  const auto status_of = [&](std::size_t bytes) {
    std::string body = "--cut\r\nContent-Disposition: form-data; name=\"/photo\"; filename=\"a.png\"\r\n\r\n";
    body.append("\x89PNG\r\n\x1a\n").append(bytes, '\0').append("\r\n--cut--\r\n");
    return answer_to(port, {.method = "POST",
                            .target = "/forms/find",
                            .body = body,
                            .content_type = "multipart/form-data; boundary=cut"})
        .status;
  };
  EXPECT_EQ(status_of(50'000), 303);
  EXPECT_EQ(status_of(200'000), 413);
  std::string token;
  std::ifstream(std::filesystem::path(data.path()) / "admin.token") >> token;
  const std::string lines = answer_to(port, {.target = "/forms/find/observations.jsonl", .token = token}).body;
  const std::size_t at = lines.find("\"photo\":{\"id\":\"");
  ASSERT_NE(at, std::string::npos) << lines;
  const std::string path = "/forms/find/observations/1/files/" + lines.substr(at + 15, 32);
  const answer file = answer_to(port, {.target = path, .token = token});
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.header("Content-Type"), "image/png");
  EXPECT_EQ(file.body.size(), 50'008U);
  EXPECT_EQ(answer_to(port, {.target = path}).status, 401);
}

// What it is told by Set-Cookie it shows again, and each of its forms says where it comes from.
class browser {
 public:
  explicit browser(int port) : port_(port) {}
  answer ask(const std::string& method, const std::string& target, const std::string& body = {}) {
    http_client one(port_);
    one.send(method + " " + target + " HTTP/1.1\r\nHost: survey\r\nOrigin: http://survey\r\nCookie: " + cookie_ +
             "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size()) +
             "\r\n\r\n" + body);
    answer said = one.receive();
    if (const std::string set = said.header("Set-Cookie"); !set.empty()) cookie_ = set.substr(0, set.find(';'));
    return said;
  }

 private:
  int port_;
  std::string cookie_ = "none=yet";
};

TEST(survey_example, shows_what_was_sent_to_an_administrator_who_has_logged_in_by_a_browser) {
  tenon::testing::scratch_folder data;
  child survey({TENON_EXAMPLE_SURVEY, "serve", "--port", "0", "--data-dir", data.path()}, {});
  const int port = port_of(survey);
  ASSERT_NE(port, 0) << survey.output();
  const std::vector<std::string> pages{"/forms/water/observations", "/forms/water/observations/1",
                                       "/forms/water/observations.csv", "/forms/water/observations.jsonl"};
  std::string token;
  std::ifstream(std::filesystem::path(data.path()) / "admin.token") >> token;
  browser ada(port);
  const std::string form = "/season=dry&/people=3&/litres=9";
  EXPECT_EQ(ada.ask("POST", "/forms/water", form).status, 303);
  for (const std::string& page : pages) EXPECT_EQ(ada.ask("GET", page).status, 401) << page;
  EXPECT_NE(ada.ask("GET", pages[0]).body.find("<a href=\"/bundles\">"), std::string::npos) << "where to log in";

  EXPECT_EQ(ada.ask("POST", "/bundles/log-in", "token=" + token).status, 303);
  for (const std::string& page : pages) {
    const answer said = ada.ask("GET", page);
    EXPECT_EQ(said.status, 200) << page;
    EXPECT_EQ(said.header("Cache-Control"), "no-store") << page;
  }
  // A page of anybody's could have a form sent with the cookie: it is nobody's still.
  EXPECT_EQ(ada.ask("POST", "/forms/water", form + "0").status, 303);
  const std::string lines = ada.ask("GET", pages[3]).body;
  EXPECT_NE(lines.find("\"id\":2"), std::string::npos) << lines;
  EXPECT_EQ(lines.find("\"actor\":\""), std::string::npos) << lines;

  EXPECT_EQ(ada.ask("POST", "/bundles/log-out").status, 303);
  for (const std::string& page : pages) EXPECT_EQ(ada.ask("GET", page).status, 401) << page;
}

}  // namespace
