// examples/hello, as a process.
#include <gtest/gtest.h>

#include <signal.h>

#include <charconv>
#include <string>
#include <vector>

#include "../backend/child.hpp"
#include "../backend/http_client.hpp"

namespace {

using namespace backend_test;

TEST(hello_example, answers_its_one_route_and_ends_when_it_is_told_to) {
  child hello({TENON_EXAMPLE_HELLO, "0"}, {});
  constexpr std::string_view said = "listening on http://127.0.0.1:";
  ASSERT_TRUE(hello.says(said)) << hello.output();
  const std::string text = hello.output();
  int port = 0;
  const std::size_t at = text.find(said) + said.size();
  std::from_chars(text.data() + at, text.data() + text.size(), port);

  const answer got = answer_to(port, {.target = "/hello"});
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.body, "Hello, World!");
  EXPECT_EQ(answer_to(port, {.target = "/"}).status, 404);
  hello.signal(SIGTERM);
  EXPECT_EQ(hello.wait(), 0);
}

TEST(hello_example, takes_a_port_and_nothing_else) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"banana"}, {"80x"}, {""}, {"-1"}, {"65536"}, {"0", "0"}}) {
    std::vector<std::string> all{TENON_EXAMPLE_HELLO};
    all.insert(all.end(), words.begin(), words.end());
    child hello(all, {});
    ASSERT_TRUE(hello.says("usage: hello [PORT]\n")) << words[0] << hello.output();
    EXPECT_EQ(hello.wait(), 2) << words[0];
    EXPECT_EQ(hello.output(), "usage: hello [PORT]\n");
  }
}

}  // namespace
