// A server that cannot do its work does not start, says why, and harms nothing.
#include <gtest/gtest.h>

#include <fstream>

#include "stage.hpp"
#include "tenon/testing/text_of_file.hpp"

using namespace backend_test;

namespace {

void expect_refused(server& refused, const std::string& reason) {
  EXPECT_EQ(refused.port(), 0);
  EXPECT_EQ(refused.process().wait(), 1);
  EXPECT_NE(refused.process().output().find(reason), std::string::npos) << refused.process().output();
}

// Of a server that has been there and has ended.
std::string key_of_before(const data_directory& data) {
  server running(data);
  std::string key = running.key(data.administrator_token());
  running.process().signal(SIGTERM);
  EXPECT_EQ(running.process().wait(), 0);
  return key;
}

}  // namespace

TEST(second_server, is_refused_the_data_directory_of_the_first) {
  const data_directory data;
  const server running(data);
  ASSERT_NE(running.port(), 0);
  server second(data);
  expect_refused(second, data.path().string());
  EXPECT_EQ(running.get("/api/me", data.administrator_token()).status, 200);
}

TEST(second_server, is_refused_the_port_of_the_first) {
  const data_directory data, other;
  const server running(data);
  server second(other, local, running.port());
  expect_refused(second, std::to_string(running.port()));
  EXPECT_EQ(running.get("/healthz").status, 200);
}

TEST(database, that_is_none_is_refused_and_kept_as_it_is) {
  const data_directory data;
  const std::filesystem::path file = data.path() / "local.db";
  const std::string text(10'000, 'x');
  std::ofstream(file) << text;
  server refused(data);
  expect_refused(refused, file.string());
  EXPECT_EQ(tenon::testing::text_of_file(file), text);
}

TEST(database, that_lost_its_head_is_refused_and_kept_as_it_is) {
  const data_directory data;
  const std::filesystem::path file = data.path() / "local.db";
  const std::string key = key_of_before(data);
  std::string text = tenon::testing::text_of_file(file);
  const std::string whole = text;
  text.replace(0, 100, std::string(100, '\0'));
  std::ofstream(file) << text;
  {
    server refused(data);
    expect_refused(refused, file.string());
    EXPECT_EQ(tenon::testing::text_of_file(file), text);
  }
  std::ofstream(file) << whole;
  const server again(data);
  EXPECT_EQ(again.get("/api/me", key).status, 200);
}

TEST(database, that_is_damaged_further_in_is_a_failure_and_no_refusal_of_whoever_asks) {
  const data_directory data;
  const std::filesystem::path file = data.path() / "local.db";
  const std::string key = key_of_before(data);
  std::string text = tenon::testing::text_of_file(file);
  ASSERT_GT(text.size(), 8192U);
  text.replace(4096, std::string::npos, std::string(text.size() - 4096, 'x'));  // whole is the page that a start reads
  std::ofstream(file) << text;
  server running(data);
  ASSERT_NE(running.port(), 0);
  EXPECT_EQ(running.get("/api/me", key).status, 500);
  EXPECT_TRUE(running.process().says("GET /api/me failed: ")) << running.process().output();
  const std::string said = running.process().output();
  EXPECT_NE(said.find("The database file " + file.string() + " is damaged"), std::string::npos) << said;
  EXPECT_EQ(said.find("refused a token"), std::string::npos) << said;
  EXPECT_EQ(running.get("/api/me", data.administrator_token()).status, 200);
}

TEST(database, that_was_removed_under_a_running_server_gets_no_keys) {
  const data_directory data;
  server running(data);
  const std::filesystem::path file = data.path() / "local.db";
  std::filesystem::remove(file);
  EXPECT_EQ(running.create(data.administrator_token()).status, 500);
  EXPECT_TRUE(running.process().says(file.string() + " was removed or replaced")) << running.process().output();
}

TEST(production, has_no_local_logins) {
  const data_directory data;
  server refused(data, local, 0, {"--set", "local.deployment=production"});
  expect_refused(refused, "production");
  EXPECT_EQ(
      child({std::string(local), "check", "--data-dir", data.path().string(), "--set", "local.deployment=production"},
            {})
          .wait(),
      1);
}
