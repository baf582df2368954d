#include "tenon/word/log.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "tenon/testing/recorded_log.hpp"
#include "tenon/word/request.hpp"

namespace {

using tenon::testing::recorded_log;

TEST(log, writes_facts_of_every_kind_beside_its_message) {
  recorded_log lines;
  const tenon::log to("notes", lines.sink());
  const std::string owned = "Dave";
  to.info("kept", {{"who", owned},
                   {"where", std::string_view("shelf")},
                   {"how", "quickly"},
                   {"less", -3},
                   {"bytes", std::uint64_t{18'446'744'073'709'551'615U}},
                   {"done", true}});
  ASSERT_EQ(lines.lines().size(), 1U);
  const tenon::testing::log_line line = lines.lines().front();
  EXPECT_EQ(line.extension, "notes");
  EXPECT_EQ(line.message, "kept");
  EXPECT_EQ(line.fields, (std::map<std::string, std::string>{{"who", "Dave"},
                                                             {"where", "shelf"},
                                                             {"how", "quickly"},
                                                             {"less", "-3"},
                                                             {"bytes", "18446744073709551615"},
                                                             {"done", "true"}}));
  EXPECT_EQ(line.request, "");
}

TEST(log, about_a_request_says_which_one) {
  recorded_log lines;
  const tenon::log to("notes", lines.sink());
  const tenon::request asked{.origin = 0xAB, .number = 31};
  to.about(asked).warn("slow");
  to.warn("slow too");
  EXPECT_EQ(lines.lines()[0].request, "000000ab-1f");
  EXPECT_EQ(lines.lines()[1].request, "");
}

TEST(log, asks_its_sink_before_a_line_is_made_and_writes_nothing_that_is_not_taken) {
  struct sparing {
    int written = 0;
    static void write(void* self, const tenon::log_entry&) noexcept { ++static_cast<sparing*>(self)->written; }
    static bool takes(const void*, tenon::log_level level, std::string_view extension) noexcept {
      return level >= tenon::log_level::warn || extension == "http";
    }
  } kept;
  const tenon::log notes("notes", {&kept, &sparing::write, &sparing::takes});
  const tenon::log http("http", {&kept, &sparing::write, &sparing::takes});
  EXPECT_FALSE(notes.shows(tenon::log_level::info));
  EXPECT_TRUE(notes.shows(tenon::log_level::warn));
  EXPECT_TRUE(http.shows(tenon::log_level::debug));
  EXPECT_FALSE(tenon::log().shows(tenon::log_level::error));
  notes.info("no");
  http.debug("yes");
  notes.error("yes");
  tenon::log().error("nowhere");
  EXPECT_EQ(kept.written, 2);
}

std::string id_with(std::string_view sent) {
  const tenon::header field{"x-request-id", sent};
  tenon::request asked{.origin = 1, .number = 2};
  asked.headers = {&field, 1};
  return std::string(asked.id().view());
}

TEST(request_id, is_what_the_client_calls_it_where_that_can_stand_in_a_log) {
  EXPECT_EQ(id_with("9c1f-3.x_Y~"), "9c1f-3.x_Y~");
  EXPECT_EQ(id_with(std::string(64, 'a')), std::string(64, 'a'));
}
TEST(request_id, is_one_of_its_own_where_the_client_sends_none_or_anything_else) {
  for (const std::string& wrong : {std::string(), std::string("a b"), std::string("a\"b"), std::string("é"),
                                   std::string(65, 'a'), std::string("a=b")})
    EXPECT_EQ(id_with(wrong), "00000001-2") << wrong;
  const tenon::request last{.origin = 0xFFFFFFFF, .number = UINT64_MAX};
  EXPECT_EQ(last.id().view(), "ffffffff-ffffffffffffffff");
}

}  // namespace
