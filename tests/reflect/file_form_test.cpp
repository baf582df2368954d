#include "tenon/reflect/file_form.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

namespace {

using tenon::file;

std::optional<file> read(std::string_view text) {
  file out{.name = "before", .type = "before", .bytes = "before"};
  const file before = out;
  if (tenon::reflect::parse_file(text, out)) return out;
  EXPECT_EQ(out, before) << text;
  return std::nullopt;
}
std::string bytes_of(std::string_view text) {
  const auto found = read(text);
  return found ? found->bytes : "none";
}

TEST(a_file_as_text, is_a_data_url) {
  EXPECT_EQ(read("data:text/plain,Hello,%20Ada"), (file{"", "text/plain", "Hello, Ada"}));
  EXPECT_EQ(read("data:image/png;x=y;base64,SGVsbG8="), (file{"", "image/png;x=y", "Hello"}));
  EXPECT_EQ(read("data:,"), (file{}));
  EXPECT_EQ(tenon::reflect::print_file({"a.txt", "text/plain", "Hello"}), "data:text/plain;base64,SGVsbG8=");
}

TEST(a_file_as_text, comes_back_as_the_bytes_that_it_was) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    const file one{"", "a/b", bytes};
    EXPECT_EQ(read(tenon::reflect::print_file(one)), one);
    bytes += static_cast<char>(i * 7);
  }
}

TEST(a_file_as_text, may_lack_the_padding_and_hold_escapes) {
  EXPECT_EQ(bytes_of("data:;base64,SGVsbG8"), "Hello");
  EXPECT_EQ(bytes_of("data:;base64,SGVsbG8%3D"), "Hello");
  EXPECT_EQ(bytes_of("data:;base64,"), "");
  EXPECT_EQ(bytes_of("data:,%00%ff"), std::string("\0\xff", 2));
}

TEST(a_file_as_text, is_refused_where_it_is_none) {
  for (const char* text :
       {"", "data:", "data:text/plain", "/etc/passwd", "~/a", "http://127.0.0.1/a", "DATA:,a", "data:,%4", "data:,%zz",
        "data:;base64,S", "data:;base64,SGVs bG8=", "data:;base64,====", "data:;base64,SGVsbG8==", "data:;base64,S-_A",
        "data:a\r\nSet-Cookie: b=c,x", "data:\xc3\xa4/b,x"})
    EXPECT_FALSE(read(text)) << text;
}

TEST(a_file_as_text, says_no_type_that_could_not_be_read_again) {
  EXPECT_EQ(tenon::reflect::print_file({"", "a,b", "x"}), "data:;base64,eA==");
  EXPECT_EQ(tenon::reflect::print_file({"", "a\nb", "x"}), "data:;base64,eA==");
}

}  // namespace
