#include "../log_output.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <string>
#include <string_view>

#include "tenon/word/request.hpp"

namespace {

using tenon::log_level;
using namespace tenon_commands;

constexpr std::string_view noon = "2026-01-02T12:00:00.000Z";

TEST(json_line, is_one_object_whatever_stands_in_it) {
  const tenon::request asked{.origin = 1, .number = 2};
  const std::array<tenon::log_field, 6> fields{{{"path", "/a\"b"},
                                                {"status", 200},
                                                {"ms", 0.5},
                                                {"late", false},
                                                {"ratio", std::numeric_limits<double>::infinity()},
                                                {"level", "mine"}}};
  const tenon::log_entry entry{log_level::warn, "http", "a\nb", fields, &asked};
  EXPECT_EQ(
      json_line(entry, noon),
      R"({"time":"2026-01-02T12:00:00.000Z","level":"warn","extension":"http","message":"a\nb",)"
      R"("request":"00000001-2","path":"/a\"b","status":200,"ms":0.5,"late":false,"ratio":"inf","level_":"mine"})");
}

TEST(logfmt_line, is_one_line_of_words_and_quotes_what_is_not_one_word) {
  const std::array<tenon::log_field, 5> fields{
      {{"path", "/a"}, {"agent", "curl 8"}, {"odd", "a=b"}, {"none", ""}, {"forged", "x\nlevel=error"}}};
  const tenon::log_entry entry{log_level::info, "http", "it is so", fields};
  EXPECT_EQ(logfmt_line(entry, noon),
            "time=2026-01-02T12:00:00.000Z level=info extension=http message=\"it is so\" path=/a agent=\"curl 8\" "
            "odd=\"a=b\" none=\"\" forged=\"x\\nlevel=error\"");
}

TEST(log_lines, have_nothing_in_them_that_a_terminal_would_obey) {
  const std::array<tenon::log_field, 2> fields{{{"path", "/\x7f\xC2\x9b\x1b"}, {"city", "Z\u00fcrich\xff"}}};
  const tenon::log_entry entry{log_level::info, "http", "so", fields};
  EXPECT_EQ(json_line(entry, noon),
            R"({"time":"2026-01-02T12:00:00.000Z","level":"info","extension":"http","message":"so",)"
            R"("path":"/\u007f\u009b\u001b","city":"Z)"
            "\u00fcrich\uFFFD\"}");
  EXPECT_EQ(logfmt_line(entry, noon),
            "time=2026-01-02T12:00:00.000Z level=info extension=http message=so path=\"/\\u007f\\u009b\\u001b\" "
            "city=\"Z\u00fcrich\uFFFD\"");
}

TEST(log_output, takes_what_is_at_its_level_or_at_that_of_the_extension) {
  log_options given;
  given.level = log_level::warn;
  given.levels = std::vector<std::string>{"http=debug", "data=error", "data=info"};
  log_output output(given);
  const tenon::log_sink sink = output.sink();
  const auto takes = [&](log_level level, std::string_view who) { return sink.takes(sink.data, level, who); };
  EXPECT_FALSE(takes(log_level::info, "notes"));
  EXPECT_TRUE(takes(log_level::warn, "notes"));
  EXPECT_TRUE(takes(log_level::debug, "http"));
  EXPECT_TRUE(takes(log_level::info, "data"));  // of two the later
  EXPECT_FALSE(takes(log_level::debug, "data"));

  output.follow({});
  EXPECT_TRUE(takes(log_level::info, "notes"));
  EXPECT_FALSE(takes(log_level::debug, "http"));
}

TEST(log_output, is_known_by_its_own_sink_and_by_no_other) {
  log_output output({});
  EXPECT_EQ(log_output::behind(output.sink()), &output);
  EXPECT_EQ(log_output::behind({}), nullptr);
}

TEST(log_levels, that_are_none_are_named_each) {
  log_options given;
  given.levels = std::vector<std::string>{"http=debug", "http", "=info", "http=loud"};
  const std::vector<std::string> problems = contradictions(given);
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0], "log.levels: `http` is no EXTENSION=LEVEL. A level is debug, info, warn or error: http=debug");
}

}  // namespace
