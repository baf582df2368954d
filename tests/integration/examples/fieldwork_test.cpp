// examples/fieldwork, as a process.
#include <gtest/gtest.h>

#include <signal.h>

#include <charconv>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "../backend/child.hpp"
#include "../backend/http_client.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace {

using namespace backend_test;

TEST(fieldwork_example, warns_of_nothing_at_its_first_start_and_takes_bundles_of_more_than_a_mebibyte) {
  tenon::testing::scratch_folder data;
  child fieldwork({TENON_EXAMPLE_FIELDWORK, "serve", "--port", "0", "--data-dir", data.path()},
                  {"AUTH_ISSUER=http://localhost/local_oidc"});
  constexpr std::string_view said = "listening on http://127.0.0.1:";
  ASSERT_TRUE(fieldwork.says(said)) << fieldwork.output();
  const std::string text = fieldwork.output();
  EXPECT_EQ(text.find(" warn "), std::string::npos) << text;
  int port = 0;
  std::from_chars(text.data() + text.find(said) + said.size(), text.data() + text.size(), port);

  std::string token;
  std::ifstream(std::filesystem::path(data.path()) / "admin.token") >> token;
  const answer pushed = answer_to(port, {.method = "POST",
                                         .target = "/app-bundle/push",
                                         .token = token,
                                         .body = std::string(std::size_t{2} << 20U, 'x'),
                                         .content_type = "application/zip"});
  EXPECT_EQ(pushed.status, 400) << "it is no ZIP file, which is not for the door to say";
  fieldwork.signal(SIGTERM);
  EXPECT_EQ(fieldwork.wait(), 0);
}

}  // namespace
