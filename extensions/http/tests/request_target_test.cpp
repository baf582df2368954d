#include "../request_target.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using tenon::http1::refusal;
using tenon::http1::split_target;

std::string path(std::string_view target) { return std::string(split_target(target, false, false).path_of(target)); }
std::string query(std::string_view target) { return std::string(split_target(target, false, false).query_of(target)); }
refusal fault(std::string_view target) { return split_target(target, false, false).fault; }

TEST(request_target, is_cut_at_the_first_question_mark) {
  EXPECT_EQ(path("/a/b?x=1?y"), "/a/b");
  EXPECT_EQ(query("/a/b?x=1?y"), "x=1?y");
  EXPECT_EQ(path("/a"), "/a");
  EXPECT_EQ(query("/a"), "");
  EXPECT_EQ(path("/?"), "/");
  EXPECT_EQ(query("/?"), "");
}

TEST(request_target, in_absolute_form_has_the_path_behind_the_authority) {
  EXPECT_EQ(path("http://host:80/a/b?c"), "/a/b");
  EXPECT_EQ(query("http://host:80/a/b?c"), "c");
  EXPECT_EQ(path("HTTPS://host"), "/");
  EXPECT_EQ(path("http://host?q"), "/");
  EXPECT_EQ(query("http://host?q"), "q");
}

TEST(request_target, without_a_slash_a_scheme_or_an_asterisk_is_refused) {
  EXPECT_EQ(fault("a/b"), refusal::bad_target_form);
  EXPECT_EQ(fault("?x"), refusal::bad_target_form);
  EXPECT_EQ(fault("http://"), refusal::bad_target_form);
  EXPECT_EQ(fault("http:///a"), refusal::bad_target_form);
  EXPECT_EQ(fault("ftp://host/a"), refusal::bad_target_form);
  EXPECT_EQ(fault("host:443"), refusal::bad_target_form);
  EXPECT_EQ(fault("*"), refusal::bad_target_form);
}

TEST(request_target, is_an_asterisk_with_options_and_an_authority_with_connect) {
  EXPECT_EQ(split_target("*", true, false).fault, refusal::none);
  EXPECT_EQ(split_target("*", true, false).path_of("*"), "*");
  EXPECT_EQ(split_target("host:443", false, true).fault, refusal::none);
}

TEST(request_target, keeps_valid_percent_encodings_and_refuses_others) {
  EXPECT_EQ(path("/%41%7a?%2F"), "/%41%7a");
  for (const char* target : {"/%", "/%4", "/%zz", "/a%4", "/%4g", "/a?%", "/a?b%2", "/%%41", "/%-1"})
    EXPECT_EQ(fault(target), refusal::bad_escape) << target;
}

TEST(request_target, holds_no_byte_that_a_url_cannot_hold) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string target = "/" + std::string(1, static_cast<char>(byte)) + "aa";
    const bool wrong = byte <= ' ' || byte > '~' || byte == '#';
    EXPECT_EQ(fault(target) == refusal::bad_target_character, wrong) << byte;
  }
}

}  // namespace
