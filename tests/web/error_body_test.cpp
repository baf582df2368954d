#include "tenon/web/error_body.hpp"

#include <gtest/gtest.h>

namespace {

using namespace tenon::web;

TEST(error_body, a_refusal_says_what_and_why) {
  EXPECT_EQ(refusal_body("Not Found", "x"), R"({"error":"Not Found","message":"x"})");
}

TEST(error_body, a_failure_says_its_type_its_message_and_its_data) {
  EXPECT_EQ(failure_body("not_found", "gone", "", ""), R"({"type":"not_found","message":"gone","data":{}})");
  EXPECT_EQ(failure_body("unknown", "m", R"({"a":1})", "{}"),
            R"({"type":"unknown","message":"m","data":{"a":1},"debug":{}})");
}

}  // namespace
