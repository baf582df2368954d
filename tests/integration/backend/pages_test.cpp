// The lines of README.md and docs/ that talk to a running back end, pasted one after the other.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "stage.hpp"
#include "tenon/testing/text_of_file.hpp"

namespace {

using namespace backend_test;

std::string with(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return at == std::string::npos ? text : text.replace(at, old.size(), now);
}

std::string page(std::string_view name) {
  return tenon::testing::text_of_file(std::string(TENON_SOURCE_DIR "/").append(name));
}

TEST(readme, makes_uses_lists_and_revokes_a_key_by_its_own_lines) {
  const std::string text = page("README.md");
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

// What the lines of a page say that ask a back end something, in their order; each has its listing.
std::vector<std::string> said_by_lines_of(std::string_view name) {
  const std::string text = page(name), begin = "\n```sh\n", address = "http://127.0.0.1:8080";
  const data_directory data;
  std::ofstream(data.path() / "cover.png") << "a picture";
  server running(data);
  EXPECT_NE(running.port(), 0) << running.process().output();
  std::vector<std::string> said;
  for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
    std::string lines = text.substr(at + begin.size(), text.find("\n```\n", at + 1) - at - begin.size());
    if (lines.find(address) == std::string::npos) continue;
    if (lines.find("./tenon build") != std::string::npos) continue;  // it starts a program of its own
    // The first listing of a page reads the token, which those behind it have too.
    if (lines.find("build/local/data") != std::string::npos)
      lines = with(lines, "build/local/data", data.path().string());
    for (std::size_t in = 0; (in = lines.find(address, in)) != std::string::npos; ++in)
      lines.replace(in, address.size(), "http://127.0.0.1:" + std::to_string(running.port()));
    child shell({"/bin/sh", "-c", "set -eu\ncd \"$DATA\"\ncurl() { /usr/bin/curl -sS \"$@\"; echo; }\n" + lines},
                {"PATH=/usr/bin:/bin", "DATA=" + data.path().string(), "TOKEN=" + data.administrator_token()});
    EXPECT_EQ(shell.wait(), 0) << lines;
    said.push_back(shell.output());
  }
  return said;
}

TEST(page_about_drivers, calls_one_by_its_own_lines_and_shows_what_comes_back) {
  const auto said = said_by_lines_of("docs/drivers.md");
  ASSERT_EQ(said.size(), 2U);
  EXPECT_NE(page("docs/drivers.md").find("`" + said[0].substr(0, said[0].size() - 1) + "`"), std::string::npos)
      << said[0];
  // The back end has no albums, and has understood that it is asked for one.
  EXPECT_NE(said[1].find("Interface not found: album."), std::string::npos) << said[1];
}

TEST(page_about_functions, calls_one_by_its_own_lines) {
  EXPECT_EQ(said_by_lines_of("docs/functions.md"), (std::vector<std::string>{"\"Hello, Dave!\"\n\"Hello, Dave!\"\n"}));
}

TEST(page_about_data, counts_by_its_own_line) {
  const auto said = said_by_lines_of("docs/data.md");
  ASSERT_EQ(said.size(), 1U);
  EXPECT_NE(said[0].find(R"("result":2)"), std::string::npos) << said[0];
}

}  // namespace
