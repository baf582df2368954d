// What a program that reads no documents has in it.
#include <gtest/gtest.h>

#include <string>

#include "tenon/testing/shell_line.hpp"
#include "tenon/testing/text_of_file.hpp"

namespace {

bool has_json(const char* program) {
  const std::string bytes = tenon::testing::text_of_file(program);
  EXPECT_FALSE(bytes.empty()) << program;
  // As its symbols begin: N5boost4json.
  return bytes.find(std::string("5boost") + "4json") != std::string::npos;
}

std::string output(const std::string& command) { return tenon::testing::shell_line(command).output; }

TEST(settings_without_json, link_no_json) {
  EXPECT_FALSE(has_json(TENON_PROGRAM_WITHOUT_JSON));
  EXPECT_TRUE(has_json("/proc/self/exe"));
}

TEST(settings_without_json, are_read_from_the_environment_and_the_arguments) {
  const std::string program = TENON_PROGRAM_WITHOUT_JSON;
  EXPECT_EQ(output(program), "127.0.0.1:8080\n");
  EXPECT_EQ(output("TENON_HTTP__PORT=1 TENON_HTTP__ADDRESS=0.0.0.0 " + program + " http.port=2"), "0.0.0.0:2\n");
  EXPECT_EQ(output("TENON_HTTP__PORT=x " + program),
            "TENON_HTTP__PORT: /http/port: expected a whole number between 0 and 65535, found \"x\". Write a number, "
            "e.g. 8080.\n");
}

}  // namespace
