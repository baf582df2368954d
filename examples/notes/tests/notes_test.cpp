#include "../notes.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tenon/testing/harness.hpp>

using tenon::testing::harness;

TEST(notes, are_made_and_then_found_by_their_number) {
  harness<notes> on;
  ASSERT_TRUE(on.started());
  const tenon::response made = on.post("/notes", R"({"text": "milk"})");
  EXPECT_EQ(made.status, 201);
  ASSERT_EQ(made.headers.size(), 1U);
  EXPECT_EQ(made.headers[0].value, "/notes/1");
  on.post("/notes", R"({"text": "bread"})");
  EXPECT_EQ(on.get("/notes/2").body.view(), R"({"id":2,"text":"bread"})");
}

TEST(notes, that_are_not_there_are_404) {
  harness<notes> on;
  on.post("/notes", R"({"text": "milk"})");
  for (const char* path : {"/notes/2", "/notes/0", "/notes/-1", "/notes/1x", "/notes/99999999999"})
    EXPECT_EQ(on.get(path).status, 404) << path;
  EXPECT_EQ(on.get("/notes/2").body.view(), R"({"type":"not_found","message":"There is no note 2","data":{}})");
}

TEST(notes, are_made_of_a_text_and_nothing_else) {
  harness<notes> on;
  EXPECT_EQ(on.post("/notes", R"({"txt": "milk"})").status, 400);
  EXPECT_EQ(on.post("/notes", "milk").status, 400);
  EXPECT_EQ(on.get("/notes/1").status, 404);
}
