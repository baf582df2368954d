// examples/survey, as a process.
#include <gtest/gtest.h>

#include <signal.h>

#include <charconv>
#include <string>

#include "../backend/child.hpp"
#include "../backend/http_client.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace {

using namespace backend_test;

TEST(survey_example, has_its_forms_in_itself_and_draws_what_they_bring) {
  tenon::testing::scratch_folder data;
  child survey({TENON_EXAMPLE_SURVEY, "serve", "--port", "0", "--data-dir", data.path()}, {});
  constexpr std::string_view said = "listening on http://127.0.0.1:";
  ASSERT_TRUE(survey.says(said)) << survey.output();
  const std::string text = survey.output();
  EXPECT_NE(text.find("3 forms of the program"), std::string::npos) << text;
  int port = 0;
  const std::size_t at = text.find(said) + said.size();
  std::from_chars(text.data() + at, text.data() + text.size(), port);

  const answer list = answer_to(port, {.target = "/forms"});
  EXPECT_EQ(list.status, 200);
  EXPECT_NE(list.body.find("/forms/household"), std::string::npos) << list.body;
  const answer page = answer_to(port, {.target = "/forms/household"});
  EXPECT_NE(page.body.find("min=\"1\" max=\"5\""), std::string::npos) << "stars: " << page.body;
  survey.signal(SIGTERM);
  EXPECT_EQ(survey.wait(), 0);
}

}  // namespace
