// The lines of README.md about keys, pasted one after the other.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "stage.hpp"

namespace {

using namespace backend_test;

std::string with(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return at == std::string::npos ? text : text.replace(at, old.size(), now);
}

TEST(readme, makes_uses_lists_and_revokes_a_key_by_its_own_lines) {
  std::ifstream file(TENON_SOURCE_DIR "/README.md");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::size_t from = text.find("url=http"), to = text.find("```", from);
  ASSERT_NE(to, std::string::npos);

  const data_directory data;
  const server running(data);
  ASSERT_NE(running.port(), 0);
  std::string lines =
      with(text.substr(from, to - from), "127.0.0.1:8080", "127.0.0.1:" + std::to_string(running.port()));
  lines = with(lines, "build/local/data", data.path().string());
  // Each answer is one line, whoever answered without one.
  child shell({"/bin/sh", "-c", "set -eu\n" + lines + "\necho\necho \"$id\"\necho \"$key\"\n"}, {"PATH=/usr/bin:/bin"});
  EXPECT_EQ(shell.wait(), 0) << shell.output();

  const std::string all = shell.output();
  EXPECT_NE(all.find(R"("id":"administrator")"), std::string::npos) << "the key stands for its owner\n" << all;
  const auto ids = ids_in(running.get("/api/api-keys", data.administrator_token()));
  ASSERT_EQ(ids.size(), 1U) << all;
  EXPECT_NE(all.find("\n" + ids[0] + "\n"), std::string::npos) << all;
  EXPECT_NE(all.find(R"("revoked":false)"), std::string::npos) << all;
  EXPECT_NE(all.find(R"("revoked":true)"), std::string::npos) << all;
  const std::string key = all.substr(all.rfind('\n', all.size() - 2) + 1);
  EXPECT_EQ(running.get("/api/me", key.substr(0, key.size() - 1)).status, 401);
}

}  // namespace
