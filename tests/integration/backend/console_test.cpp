// The console as administrators use it: a second process that talks to the server, or stands in for it.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "child.hpp"
#include "stage.hpp"

using namespace backend_test;

namespace {

ended exec(const data_directory& data, const std::vector<std::string>& words) {
  std::vector<std::string> all{"exec", "--data-dir", data.path().string()};
  all.insert(all.end(), words.begin(), words.end());
  return run(all);
}

TEST(exec, has_the_server_that_runs_on_the_directory_do_a_command) {
  const data_directory data;
  server running(data, local, 0, {"--set", "hello.greeting=Welcome"});
  ASSERT_NE(running.port(), 0) << running.process().output();
  const ended greeted = exec(data, {"hello:say-hello", "Dave Bowman"});
  EXPECT_EQ(greeted.output, "Welcome, Dave Bowman\n");
  EXPECT_EQ(greeted.exit_code, 0);
  EXPECT_TRUE(running.process().says("console: at the console: hello:say-hello\n"));
}
TEST(exec, starts_the_program_without_its_door_where_none_runs_and_stops_it_again) {
  const data_directory data;
  const ended greeted = exec(data, {"hello:say-hello", "Dave"});
  EXPECT_EQ(greeted.output, "Hello, Dave\n");  // and no line of a log
  EXPECT_EQ(greeted.exit_code, 0);
  const ended set = run({"exec", "--data-dir", data.path().string(), "--set", "hello.greeting=Hi", "hello:say-hello"});
  EXPECT_EQ(set.output, "Hi, World\n");
  server afterwards(data);
  EXPECT_NE(afterwards.port(), 0) << afterwards.process().output();
}
TEST(exec, finds_its_turn_among_others_that_start_and_end) {
  const data_directory data;
  std::vector<std::thread> all;
  std::vector<std::string> said(6);
  for (std::string& one : said) all.emplace_back([&] { one = exec(data, {"hello:say-hello", "Dave"}).output; });
  for (std::thread& one : all) one.join();
  for (const std::string& one : said) EXPECT_EQ(one, "Hello, Dave\n");
}
TEST(exec, says_what_is_wrong_and_ends_with_1) {
  const data_directory data;
  const ended unknown = exec(data, {"hello:say-helo"});
  EXPECT_EQ(unknown.output, "unknown command: hello:say-helo; the nearest is hello:say-hello. `help` lists all.\n");
  EXPECT_EQ(unknown.exit_code, 1);
  const ended mistaken = run({"exec", "--data-dir", data.path().string(), "--set", "hello.greting=Hi", "help"});
  EXPECT_NE(mistaken.output.find("/hello/greting"), std::string::npos) << mistaken.output;
  EXPECT_EQ(mistaken.exit_code, 1);
}
TEST(exec, knows_the_commands_of_the_console_itself) {
  const data_directory data;
  server running(data);
  ASSERT_NE(running.port(), 0) << running.process().output();
  EXPECT_NE(exec(data, {"help"}).output.find("- hello:say-hello: Greets somebody"), std::string::npos);
  EXPECT_NE(exec(data, {"extension:list"}).output.find("- hello (feature)\n"), std::string::npos);
  EXPECT_NE(exec(data, {"extension:list"}).output.find("- local (implementation)\n"), std::string::npos);
  EXPECT_NE(exec(data, {"exports:list"}).output.find("- hello: std::function<"), std::string::npos);
}

TEST(console, does_line_after_line_of_a_file_and_ends_as_the_last_of_them) {
  const data_directory data;
  const std::string typed = (data.path() / "typed").string();
  const auto answered = [&](const char* lines) {
    std::ofstream(typed) << lines;
    child shell({"/bin/sh", "-c",
                 std::string("exec '")
                     .append(local)
                     .append("' console --data-dir '")
                     .append(data.path().string())
                     .append("' < '")
                     .append(typed)
                     .append("'")},
                {});
    const int code = shell.wait();
    return std::to_string(code).append(" ").append(shell.output());
  };
  EXPECT_EQ(answered("hello:say-hello 'Dave Bowman'\n\ncall helloWorld subject=Ada"),
            "0 Hello, Dave Bowman\n\"Hello, Ada!\"\n");
  EXPECT_EQ(answered("hello:say-hello 'Dave\n"), "1 line 1: the quote ' is not closed\n");
  EXPECT_EQ(answered("nope\nexit\nhello:say-hello\n"), "1 unknown command: nope. `help` lists all.\n");
}

TEST(call, calls_a_function_of_the_server_and_prints_what_it_gives_as_json) {
  const data_directory data;
  server running(data);
  ASSERT_NE(running.port(), 0) << running.process().output();
  const std::string where = data.path().string();
  const ended greeted = run({"call", "helloWorld", "subject=Dave", "--data-dir", where});
  EXPECT_EQ(greeted.output, "\"Hello, Dave!\"\n");
  EXPECT_EQ(greeted.exit_code, 0);
  const ended unknown = run({"call", "helloWord", "--data-dir", where});
  EXPECT_EQ(unknown.output, "Unknown function: helloWord. Did you mean helloWorld?\n");
  EXPECT_EQ(unknown.exit_code, 1);
}

TEST(hello, greets_by_every_way_in_with_one_setting) {
  const data_directory data;
  server running(data, local, 0, {"--set", "hello.greeting=Welcome"});
  ASSERT_NE(running.port(), 0) << running.process().output();
  EXPECT_EQ(running.get("/hello?subject=Dave").body, "Welcome, Dave!");
  EXPECT_EQ(exec(data, {"hello:say-hello", "Dave"}).output, "Welcome, Dave\n");
  EXPECT_EQ(exec(data, {"call", "helloWorld", "subject=Dave"}).output, "\"Welcome, Dave!\"\n");
  EXPECT_TRUE(running.process().says("hello_importer: Welcome, importer"));
}

}  // namespace
