#include <gtest/gtest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/multipart/form_parts.hpp"

namespace {

using tenon::multipart::form_part;

constexpr std::string_view type = "multipart/form-data; boundary=cut";

std::string part(std::string_view header, std::string_view bytes) {
  return std::string("--cut\r\n").append(header).append("\r\n\r\n").append(bytes).append("\r\n");
}
std::string named(std::string_view parameters, std::string_view bytes = "1") {
  return part(std::string("Content-Disposition: form-data; ").append(parameters), bytes);
}

std::string shown(const std::vector<form_part>& parts) {
  std::string out;
  for (const form_part& one : parts) {
    out.append("[").append(one.name);
    if (one.file_name) out.append("|").append(*one.file_name).append("|").append(one.type);
    out.append("|").append(one.bytes).append("]");
  }
  return out;
}
// Or why there are none.
std::string read(std::string_view body, std::string_view content_type = type, tenon::multipart::form_limits most = {}) {
  std::string problem;
  const auto parts = tenon::multipart::parts_of(content_type, body, problem, most);
  EXPECT_EQ(parts.has_value(), problem.empty());
  return parts ? shown(*parts) : problem;
}
void refused(std::string_view body, std::string_view why, std::string_view content_type = type) {
  const std::string got = read(body, content_type);
  EXPECT_TRUE(got.starts_with("The form cannot be read: ")) << got;
  EXPECT_NE(got.find(why), std::string::npos) << got;
}

TEST(parts_of_a_form, come_in_their_order_with_every_byte) {
  EXPECT_EQ(read(named("name=\"a\"", "1") +
                 part("content-disposition: FORM-DATA; filename=\"b.txt\"; name=b\r\nContent-Type: text/plain",
                      "one\r\ntwo\r\n--cu\r\n--\n\r\n") +
                 "--cut--\r\n"),
            "[a|1][b|b.txt|text/plain|one\r\ntwo\r\n--cu\r\n--\n\r\n]");
  EXPECT_EQ(read(named("name=a", std::string_view("\0\xff\r", 3)) + "--cut--"),
            std::string("[a|") + std::string("\0\xff\r", 3) + "]");
  EXPECT_EQ(read(named("name=a", "") + "--cut--"), "[a|]");
  EXPECT_EQ(read("--cut--"), "");
}

TEST(parts_of_a_form, stand_between_what_is_for_nobody) {
  EXPECT_EQ(read("before\r\n" + named("name=a") + "--cut--\r\nbehind\r\n" + named("name=b")), "[a|1]");
  EXPECT_EQ(read("--cut \t\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--cut-- \r\n"), "[a|1]");
}

TEST(parts_of_a_form, are_those_of_the_boundary_alone) {
  const std::string inside = "x --cut\r\ny\n--cut\r\nz";
  EXPECT_EQ(read(named("name=a", inside) + "--cut--"), "[a|" + inside + "]");
  EXPECT_EQ(read("--c t\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--c t--",
                 "multipart/form-data; boundary=\"c t\"; charset=utf-8"),
            "[a|1]");
}

// A message is in a part whole, and nothing in it is looked at.
TEST(parts_of_a_form, are_not_taken_apart_once_more) {
  const std::string mail = "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nHello\r\n--x--";
  EXPECT_EQ(read(part("Content-Disposition: form-data; name=a; filename=m.eml\r\nContent-Type: message/rfc822", mail) +
                 "--cut--"),
            "[a|m.eml|message/rfc822|" + mail + "]");
}

TEST(parts_of_a_form, with_a_bad_boundary_are_refused) {
  const std::string body = named("name=a") + "--cut--";
  for (const char* one :
       {"multipart/form-data", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\"cut \"",
        "multipart/form-data; boundary=\"c\xc3\xa4t\"", "multipart/form-data; boundary=\"c*t\""})
    refused(body, "has no boundary", one);
  refused(body, "has no boundary", "multipart/form-data; boundary=" + std::string(71, 'c'));
  refused(body, "stands there twice", "multipart/form-data; boundary=cut; boundary=cat");
  for (const char* one : {"multipart/form-data; boundary=", "multipart/form-data; boundary=\"cut",
                          "multipart/form-data; boundary=cut;=", "multipart/form-data; boundary=cut; tenon-end \x01"})
    refused(body, "is malformed", one);
  refused(body, "does not stand in it", "multipart/form-data; boundary=other");
  refused("x--cut\r\n\r\n--cut-", "goes on");
  refused(named("name=a") + "--cutter\r\n\r\n--cut--", "goes on");
  refused("--cut-\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--cut--", "goes on");
  refused(named("name=a") + "--cut--more", "goes on");
}

TEST(parts_of_a_form, that_are_cut_off_anywhere_are_refused) {
  const std::string whole = named("name=\"a\"; filename=\"b\"", "12345") + "--cut--";
  for (std::size_t size = 0; size < whole.size(); ++size) refused(whole.substr(0, size), "");
  EXPECT_EQ(read(whole), "[a|b||12345]");
}

TEST(parts_of_a_form, that_say_something_twice_are_refused) {
  refused(named("name=a; name=b") + "--cut--", "part 1: its name stands there twice");
  refused(named("name=a; filename=a; filename=b") + "--cut--", "its file name stands there twice");
  refused(part("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=a", "") + "--cut--",
          "its name stands there twice");
  refused(part("Content-Disposition: form-data; name=a\r\nContent-Type: a/b\r\nContent-Type: c/d", "") + "--cut--",
          "its Content-Type stands there twice");
  EXPECT_EQ(read(named("name=a") + named("name=a", "2") + "--cut--"), "[a|1][a|2]");
}

TEST(parts_of_a_form, with_a_malformed_header_are_refused) {
  refused(part("Content-Type: text/plain", "1") + "--cut--", "it has no name");
  refused("--cut\r\n\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--cut--", "it has no name");
  refused(part("Content-Disposition: attachment; name=a", "1") + "--cut--", "is not form-data");
  refused(named("name=\"a\"b") + "--cut--", "its Content-Disposition is malformed");
  refused(named("name=\"a") + "--cut--", "its Content-Disposition is malformed");
  refused(part("Content-Disposition : form-data; name=a", "1") + "--cut--", "its header is malformed");
  refused(part("Content-Disposition: form-data; name=a\nX: y", "1") + "--cut--", "its header is malformed");
  refused(part("Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64", "MQ==") + "--cut--",
          "Send the bytes as they are");
  EXPECT_EQ(read(part("Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: binary\r\n"
                      "Content-Length: 1\r\nTransfer-Encoding: chunked\r\nX-Other: y",
                      "1") +
                 "--cut--"),
            "The form cannot be read: part 1: its header is malformed.");
  EXPECT_EQ(read(part("Content-Disposition: form-data; name=a\r\nContent-Length: 7\r\nX-Other: y", "1") + "--cut--"),
            "[a|1]");
}

// Whoever writes a file name into a header of an answer, a path or JSON.
TEST(names_of_files_in_a_form, inject_nothing) {
  refused(named("name=a; filename=\"x\r\nSet-Cookie: a=b\"") + "--cut--", "malformed");
  refused(named(std::string_view("name=a; filename=\"x\0y\"", 22)) + "--cut--", "malformed");
  refused(named("name=a; filename=\"x\ty\"") + "--cut--", "has a control character");
  refused(named("name=a; filename=\"x\xff\"") + "--cut--", "is not UTF-8");
  refused(part("Content-Disposition: form-data; name=a\r\nContent-Type: te\xc3\xa4t", "1") + "--cut--", "not ASCII");
  const auto name = [](std::string_view given) {
    std::string body = "name=a; filename=\"";
    return read(named(body.append(given).append("\"")) + "--cut--");
  };
  EXPECT_EQ(name("x%0d%0ay"), "[a|x%0d%0ay||1]");
  EXPECT_EQ(name("../../etc/passwd"), "[a|passwd||1]");
  EXPECT_EQ(name("C:\\\\a\\\\b.txt"), "[a|b.txt||1]");
  EXPECT_EQ(name("a;b=\\\"c\\\".txt"), "[a|a;b=\"c\".txt||1]");
  for (const char* nowhere : {"..", ".", "a/", "/", "a/.."}) EXPECT_EQ(name(nowhere), "[a|||1]");
}

TEST(parts_of_a_form, are_limited) {
  std::string body;
  for (int i = 0; i < 4; ++i) body += named("name=a");
  EXPECT_EQ(read(body + "--cut--", type, {.parts = 4}), "[a|1][a|1][a|1][a|1]");
  EXPECT_EQ(read(body + "--cut--", type, {.parts = 3}), "The form cannot be read: it has more than 3 parts.");
  const std::string long_one = named("name=a; filename=\"" + std::string(60, 'x') + "\"") + "--cut--";
  EXPECT_EQ(read(long_one, type, {.header_bytes = 100}),
            "The form cannot be read: part 1: its header is longer than 100 bytes.");
}

TEST(a_form, is_told_by_its_type) {
  EXPECT_TRUE(tenon::multipart::is_form("multipart/form-data; boundary=a"));
  EXPECT_TRUE(tenon::multipart::is_form("Multipart/Form-Data"));
  EXPECT_FALSE(tenon::multipart::is_form("multipart/mixed; boundary=a"));
  EXPECT_FALSE(tenon::multipart::is_form("application/json"));
  EXPECT_FALSE(tenon::multipart::is_form(""));
}

}  // namespace
