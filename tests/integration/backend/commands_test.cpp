// What the commands of the reference server say, word for word.
#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "stage.hpp"
#include "tenon/word/framework.hpp"

namespace {

using namespace backend_test;
namespace fs = std::filesystem;

std::string name_of(std::string_view program) { return fs::path(program).filename().string(); }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}
// What a line of the log says behind its time.
std::string said(const std::string& line) {
  const std::size_t end = line.find("Z ");
  return end == line.npos || line[4] != '-' || line[10] != 'T' ? line : line.substr(end + 2);
}

TEST(emit, sends_an_event_to_the_server_that_runs_on_the_directory_and_prints_what_came_back) {
  const data_directory data;
  const std::string where = data.path().string();
  const ended absent = run({"emit", "email.validate", "--data-dir", where});
  EXPECT_EQ(absent.exit_code, 3);
  EXPECT_EQ(absent.output, name_of(local) + ": no program runs on " + where + ". Start one with `" + name_of(local) +
                               " serve --data-dir " + where + "`, or name another with --data-dir\n");
  server running(data);
  ASSERT_NE(running.port(), 0) << running.process().output();
  const ended sent = run({"emit", "email.validate", R"({"email": "ada@example.com"})", "--data-dir", where});
  EXPECT_EQ(sent.exit_code, 0);
  EXPECT_EQ(sent.output, "{\n  \"email\": \"ada@example.com\",\n  \"allow\": true\n}\n");
  const ended unknown = run({"emit", "email.valdate", "--data-dir", where});
  EXPECT_EQ(unknown.exit_code, 1);
  EXPECT_EQ(
      unknown.output,
      "no event of this program is named email.valdate; the nearest is email.validate. `list events` shows all.\n");
  EXPECT_EQ(run({"emit", "--data-dir", where}).exit_code, 2);
}

TEST(serve, says_what_stands_behind_the_alias_where_its_data_is_and_each_extension_as_it_starts) {
  const data_directory data;
  server running(data);
  ASSERT_NE(running.port(), 0) << running.process().output();
  const std::vector<std::string> log = lines_of(running.process().output());
  ASSERT_GT(log.size(), 2U);
  EXPECT_EQ(said(log[0]), "info  " + name_of(local) + ": extension_impl is local 1.0.0");
  EXPECT_EQ(said(log[1]), "info  " + name_of(local) + ": data directory " + data.path().string());

  // NAME VERSION of each, in start order, below a head.
  std::string wanted, started;
  for (const std::string& row : lines_of(run({"list", "extensions"}).output)) {
    std::istringstream words(row);
    std::string name, version;
    words >> name >> version;
    if (name != "NAME") wanted += name + " " + version + "\n";
  }
  // "info  http: 1.0.0 started in 194 us"
  for (const std::string& line : log) {
    std::istringstream words(said(line));
    std::string level, name, version, verb, in, time, unit;
    words >> level >> name >> version >> verb >> in >> time >> unit;
    if (verb + " " + in == "started in" && level == "info" && name.ends_with(':') && unit == "us" && words.eof())
      started += name.substr(0, name.size() - 1) + " " + version + "\n";
  }
  EXPECT_NE(wanted, "");
  EXPECT_EQ(started, wanted) << running.process().output();
}

TEST(version, is_one_line_of_the_program_the_framework_and_what_stands_behind_the_alias) {
  for (const auto& [program, impl] : {std::pair{local, "local"}, std::pair{none, "none"}}) {
    child process({std::string(program), "version"}, {});
    EXPECT_EQ(process.wait(), 0);
    EXPECT_EQ(process.output(), name_of(program) + ", tenon " + std::string(tenon::framework_version) +
                                    ", extension_impl is " + impl + " 1.0.0\n");
  }
}

TEST(what_a_command_prints, has_to_get_somewhere_or_its_exit_code_says_so) {
  const data_directory data;
  for (const char* command : {"version", "graph", "list", "list routes", "--help", "check --data-dir \"$1\""}) {
    for (const char* to : {">/dev/full", ">&-"}) {
      const std::string line = std::string("\"$0\" ").append(command).append(" ").append(to);
      child process({"/bin/sh", "-c", line, std::string(local), data.path().string()}, {});
      EXPECT_EQ(process.wait(), 1) << line;
      EXPECT_TRUE(process.output().starts_with(name_of(local) + ": ")) << line << process.output();
    }
  }
}

// Where one is closed, the next file that is opened would have its number.
TEST(a_program_without_standard_error, writes_what_it_says_into_no_file_and_ends_as_with_one) {
  for (const char* without : {"<&- >&- 2>&-", "2>/dev/full"}) {
    const data_directory data;
    const std::string line = std::string("exec \"$0\" serve --data-dir \"$1\" --set http.threads=0 ").append(without);
    child process({"/bin/sh", "-c", line, std::string(local), data.path().string()}, {});
    EXPECT_EQ(process.wait(), 1) << without;
    std::ifstream file(data.path() / "lock");
    std::string lock;
    std::getline(file, lock, '\0');
    EXPECT_EQ(lock.find_first_not_of("0123456789"), lock.npos) << lock;
  }
}

TEST(serve, ends_by_itself_also_where_nobody_reads_its_log_any_more) {
  const data_directory data;
  child process(
      {"/bin/sh", "-c",
       "{ sleep 0.2; \"$0\" serve --data-dir \"$1\" --set http.threads=0; echo $? > \"$1/code\"; } 2>&1 | true; "
       "until test -s \"$1/code\"; do sleep 0.05; done",
       std::string(local), data.path().string()},
      {"PATH=/usr/bin:/bin"});
  EXPECT_EQ(process.wait(), 0);
  int code = 0;
  std::ifstream(data.path() / "code") >> code;
  EXPECT_EQ(code, 1) << "and not 141";
}

TEST(check, finds_a_good_configuration_good_and_leaves_nothing_behind) {
  const data_directory data;
  const ended good = run({"check", "--data-dir", data.path().string(), "--set", "http.threads=2"});
  EXPECT_EQ(good.exit_code, 0);
  EXPECT_EQ(good.output, name_of(local) + ": the configuration is good.\n");
  EXPECT_TRUE(fs::is_empty(data.path()));
}

// `check`, and `serve` for whoever has not checked.
class mistakes : public testing::TestWithParam<std::string> {};

TEST_P(mistakes, of_every_source_are_reported_at_once_and_nothing_is_served) {
  const data_directory data, elsewhere;
  const std::string config = (elsewhere.path() / "config.json").string();
  std::ofstream(config) << "{\"local\": 3,\n \"http\": {\"threads\": 0}}";
  const ended bad = run({GetParam(), "--data-dir", data.path().string(), "--config", config, "--port", "banana",
                         "--set", "http.threds=2", "--set", "nothere.x=1", "--set", "local.deployment=production"},
                        {"TENON_STEADY_STATE_DELAY=soon"});
  EXPECT_EQ(bad.exit_code, 1);
  std::vector<std::string> lines = lines_of(bad.output);
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines[0], name_of(local) + ": the configuration has 7 mistakes:");
  EXPECT_EQ(lines.size(), 8U) << bad.output;
  for (const std::string& one :
       {config + ":1:11: /local: expected an object, found 3. Write it in braces, e.g. {}.",
        config + ":2:22: /http/threads: expected a whole number between 1 and 256, found 0. Write a number, e.g. 1.",
        std::string(
            "--set http.port: /http/port: expected a whole number between 0 and 65535, found \"banana\". Write a "
            "number, e.g. 8080."),
        std::string("--set http.threds: /http/threds: there is no such key. Did you mean \"threads\"?"),
        std::string("--set nothere.x: this program has no extension \"nothere\". It has: "),
        std::string("TENON_STEADY_STATE_DELAY: expected a time between 0s and 1h, found \"soon\". Write a number and a "
                    "unit, e.g. 30s."),
        std::string("local: Local authentication cannot be enabled in production environments")})
    EXPECT_NE(bad.output.find("\n  " + one), std::string::npos) << one << "\nis not in\n" << bad.output;
  for (const char* made : {"local.db", "admin.token"}) EXPECT_FALSE(fs::exists(data.path() / made)) << made;
}

TEST_P(mistakes, of_which_there_is_one_are_named_in_the_first_line) {
  const data_directory data;
  const ended bad = run({GetParam(), "--data-dir", data.path().string(), "--port", "banana"});
  EXPECT_EQ(bad.exit_code, 1);
  EXPECT_EQ(bad.output, name_of(local) +
                            ": --set http.port: /http/port: expected a whole number between 0 and 65535, found "
                            "\"banana\". Write a number, e.g. 8080.\n");
}

INSTANTIATE_TEST_SUITE_P(command, mistakes, testing::Values("check", "serve"),
                         [](const auto& one) { return one.param; });

}  // namespace
