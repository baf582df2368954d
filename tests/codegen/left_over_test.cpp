// What a program does not hold leaves nothing in it, and what it holds needs no code before main.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "tenon/testing/shell_line.hpp"
#include "tenon/testing/text_of_file.hpp"

namespace {

using tenon::testing::text_of_file;

std::string output_of(const std::string& command) { return tenon::testing::shell_line(command).output; }

std::string sections_of(const std::string& object) { return output_of(std::string("readelf -SW ").append(object)); }

// What stands in the manifest, in a namespace and in a message of extensions that hello does not hold.
class left_over : public testing::TestWithParam<std::string> {};

TEST_P(left_over, of_an_extension_that_was_not_selected_is_nothing) {
  const std::string with = text_of_file(LEFT_OVER_BACKEND), without = text_of_file(LEFT_OVER_HELLO);
  ASSERT_FALSE(without.empty());
  EXPECT_NE(with.find(GetParam()), std::string::npos) << "it has to be in the program that holds the extension";
  EXPECT_EQ(without.find(GetParam()), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(texts_and_symbols, left_over,
                         testing::Values("Serves HTTP over TLS, from a certificate and a key.", "tls.certificate",
                                         "tls_door", "Answers /healthz and /readyz.", "6health", "tenon_commands",
                                         "tenon_api"),
                         [](const auto& one) { return std::string("number_").append(std::to_string(one.index)); });

TEST(left_over, of_web_sockets_is_nothing_where_no_route_is_one) {
  const std::string with = text_of_file(LEFT_OVER_CHAT);
  for (const std::string_view trace : {"11web_sockets", "9websocket", "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"}) {
    EXPECT_NE(with.find(trace), std::string::npos) << trace << " has to be in the program that has one";
    for (const char* program : {LEFT_OVER_HELLO, LEFT_OVER_BACKEND})
      EXPECT_EQ(text_of_file(program).find(trace), std::string::npos) << trace << " in " << program;
  }
}

// Objects whose code runs before main have such a section.
TEST(dynamic_initialisers, are_in_no_composition_and_no_engine_of_the_framework) {
  std::istringstream objects(LEFT_OVER_OBJECTS);
  int seen = 0;
  for (std::string object; std::getline(objects, object, ':'); ++seen) {
    const std::string sections = sections_of(object);
    EXPECT_NE(sections.find(".text"), std::string::npos) << object;
    EXPECT_EQ(sections.find(".init_array"), std::string::npos) << object;
  }
  EXPECT_GT(seen, 10);
}

TEST(dynamic_initialisers, would_be_seen) {
  const std::string file = testing::TempDir().append("initialised");
  std::ofstream(std::string(file).append(".cpp")) << "int made();\nint at_start = made();\n";
  const std::string compile =
      std::string(LEFT_OVER_COMPILER).append(" -c ").append(file).append(".cpp -o ").append(file).append(".o");
  ASSERT_EQ(std::system(compile.c_str()), 0);
  EXPECT_NE(sections_of(std::string(file).append(".o")).find(".init_array"), std::string::npos);
}

}  // namespace
