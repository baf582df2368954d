#include "../command_line.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using tenon_commands::command;

tenon_commands::parsed parse(std::vector<const char*> words) {
  words.insert(words.begin(), "backend");
  return tenon_commands::parse({"backend", "0.1.0", "A back end"}, static_cast<int>(words.size()), words.data());
}
std::string printed(const std::vector<const char*>& words, int exit_code) {
  testing::internal::CaptureStderr();
  const tenon_commands::parsed result = parse(words);
  EXPECT_FALSE(result.line);
  EXPECT_EQ(result.exit_code, exit_code);
  return testing::internal::GetCapturedStderr();
}

TEST(command_line, takes_every_option_of_serve) {
  const auto result = parse({"serve", "--data-dir", "/data", "--config", "c.json", "--address", "::1", "--port", "80",
                             "--threads", "2", "--set", "a.b=c", "--set", "a.d=e f", "--debug"});
  ASSERT_TRUE(result.line);
  EXPECT_EQ(result.line->command, command::serve);
  EXPECT_EQ(result.line->data_dir, "/data");
  EXPECT_EQ(result.line->config, "c.json");
  EXPECT_EQ(result.line->assignments,
            (std::vector<std::string>{"http.address=::1", "http.port=80", "http.threads=2", "a.b=c", "a.d=e f"}));
  EXPECT_TRUE(result.line->debug);
}

TEST(command_line, knows_the_other_commands) {
  EXPECT_EQ(parse({"check"}).line->command, command::check);
  EXPECT_EQ(parse({"version"}).line->command, command::version);
  EXPECT_EQ(parse({"console", "--set", "a.b=c"}).line->command, command::console);
  EXPECT_EQ(parse({"list", "extensions"}).line->command, command::list);
  EXPECT_FALSE(parse({"list", "extensions"}).line->json);
  EXPECT_TRUE(parse({"list", "extensions", "--json"}).line->json);
}

TEST(command_line, takes_what_stands_behind_the_options_of_exec_as_it_is) {
  using words = std::vector<std::string>;
  const auto result =
      parse({"exec", "--data-dir", "/data", "hello:say-hello", "--loud", "Dave", "--", "--data-dir", "x"});
  ASSERT_TRUE(result.line);
  EXPECT_EQ(result.line->command, command::exec);
  EXPECT_EQ(result.line->data_dir, "/data");
  EXPECT_EQ(result.line->words, (words{"hello:say-hello", "--loud", "Dave", "--data-dir", "x"}));
  EXPECT_NE(printed({"exec", "help", "--data-dir", "x"}, 2).find("--data-dir is an option of exec"), std::string::npos);
  EXPECT_NE(printed({"exec", "help", "--set=a.b=c"}, 2).find("--set is an option of exec"), std::string::npos);
  EXPECT_EQ(printed({"exec", "--prot", "9000", "help"}, 2),
            "backend: there is no option `--prot`; the nearest is `--port`\nTry: backend exec --help\n");
  EXPECT_EQ(printed({"exec", "--data-dir", "/data", "--quite-another", "help"}, 2),
            "backend: there is no option `--quite-another`\nTry: backend exec --help\n");
  EXPECT_EQ(printed({"call"}, 2),
            "backend: NAME is missing. The function's name; `list functions` shows all\nTry: backend call --help\n");
  EXPECT_EQ(printed({"exec", "--", "help", "--set"}, 2),
            "backend: the command's name, `help`, stands in front of `--`; what stands behind it is the command's\n"
            "Try: backend exec --help\n");
  EXPECT_EQ(printed({"exec"}, 2), "backend: say which command; `backend exec help` lists all\n");
}

TEST(command_line, calls_by_the_console) {
  using words = std::vector<std::string>;
  const auto result = parse({"call", "helloWorld", "subject=Dave Bowman", "--data-dir", "/data", "n=-1"});
  ASSERT_TRUE(result.line);
  EXPECT_EQ(result.line->command, command::exec);
  EXPECT_EQ(result.line->data_dir, "/data");
  EXPECT_EQ(result.line->words, (words{"call", "helloWorld", "subject=Dave Bowman", "n=-1"}));
  EXPECT_EQ(parse({"call", "about"}).line->words, (words{"call", "about"}));
  EXPECT_EQ(parse({"emit", "greeted"}).line->words, (words{"emit", "greeted"}));
  EXPECT_EQ(parse({"emit", "greeted", "{}"}).line->words, (words{"emit", "greeted", "{}"}));
}

TEST(command_line, lists_extensions_unless_something_else_is_named) {
  using tenon_commands::listing;
  EXPECT_EQ(parse({"list"}).line->listing, listing::extensions);
  EXPECT_EQ(parse({"list", "events"}).line->listing, listing::events);
  EXPECT_EQ(parse({"list", "settings"}).line->listing, listing::settings);
  EXPECT_TRUE(parse({"list", "--json"}).line->json);
  EXPECT_TRUE(parse({"list", "routes", "--json"}).line->json);
}

TEST(command_line, prints_the_schema_of_the_config_file) {
  EXPECT_EQ(parse({"schema"}).line->command, command::schema);
}

TEST(command_line, draws_the_graph_for_graphviz_unless_told_otherwise) {
  EXPECT_EQ(parse({"graph"}).line->command, command::graph);
  EXPECT_FALSE(parse({"graph"}).line->json);
  EXPECT_TRUE(parse({"graph", "--format", "json"}).line->json);
  EXPECT_NE(printed({"graph", "--format", "svg"}, 2).find("svg"), std::string::npos);
}

TEST(command_line, names_the_nearest_word_for_a_slip) {
  EXPECT_NE(printed({"serv"}, 2).find("the nearest is `serve`"), std::string::npos);
  EXPECT_NE(printed({"serve", "--prot", "8"}, 2).find("there is no option `--prot`; the nearest is `--port`"),
            std::string::npos);
  EXPECT_NE(printed({"list", "extension"}, 2).find("the nearest is `extensions`"), std::string::npos);
}

TEST(command_line, says_what_there_is_where_no_word_is_near) {
  EXPECT_EQ(printed({"list", "foo"}, 2),
            "backend: `list` knows no `foo`. There are: extensions, exports, events, listeners, drivers, functions, "
            "routes, settings.\nTry: backend list --help\n");
  EXPECT_NE(printed({"hello"}, 2).find("There are: serve, check, version, list,"), std::string::npos);
}

TEST(command_line, says_that_a_command_takes_no_words) {
  EXPECT_NE(printed({"serve", "x"}, 2).find("`serve` takes no word `x`"), std::string::npos);
  EXPECT_NE(printed({"list", "routes", "serve"}, 2).find("`routes` takes no word `serve`"), std::string::npos);
  EXPECT_EQ(printed({"version", "--port"}, 2).find("takes no word"), std::string::npos);
}

TEST(command_line, says_what_there_is_where_nothing_was_said) {
  const std::string all = "serve, check, version, list, emit, exec, call, console, schema, graph.";
  EXPECT_NE(printed({}, 2).find("say what to do: " + all), std::string::npos);
  EXPECT_EQ(printed({"serve", "--port"}, 2), "backend: `--port` wants a value behind it\nTry: backend serve --help\n");
  EXPECT_EQ(printed({"serve", "--port", "1", "--port", "2"}, 2),
            "backend: `--port` may be given once\nTry: backend serve --help\n");
}

TEST(command_line, answers_help_with_exit_code_0) {
  testing::internal::CaptureStdout();
  const auto result = parse({"serve", "--help"});
  EXPECT_FALSE(result.line);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_NE(testing::internal::GetCapturedStdout().find("--data-dir"), std::string::npos);
  for (const char* command : {"serve", "exec", "call", "list"}) {
    testing::internal::CaptureStdout();
    EXPECT_EQ(parse({command, "--help"}).exit_code, 0);
    EXPECT_NE(testing::internal::GetCapturedStdout().find("2 wrong usage, 3 the program that runs is"),
              std::string::npos)
        << command;
  }
}

TEST(command_line, takes_help_as_a_word_too) {
  for (const std::vector<const char*>& words :
       {std::vector<const char*>{"help"}, {"help", "emit"}, {"help", "list", "routes"}, {"help", "exec"}}) {
    testing::internal::CaptureStdout();
    const auto result = parse(words);
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_FALSE(result.line);
    EXPECT_NE(testing::internal::GetCapturedStdout().find("Exit codes: "), std::string::npos);
  }
  testing::internal::CaptureStdout();
  parse({"help", "emit"});
  EXPECT_NE(testing::internal::GetCapturedStdout().find("Usage: backend emit [OPTIONS] NAME [JSON]"),
            std::string::npos);
  EXPECT_NE(printed({"help", "serv"}, 2).find("the nearest is `serve`"), std::string::npos);
  EXPECT_EQ(parse({"exec", "help"}).line->words, std::vector<std::string>{"help"}) << "which is the console's";
}

}  // namespace
