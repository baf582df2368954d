#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "../refusal.hpp"
#include "running_server.hpp"

namespace {

using tenon::http1::refusal;
using tenon::http1::row_of;

struct bad_request {
  std::string name;
  std::string bytes;
  refusal expected;
};
void PrintTo(const bad_request& one, std::ostream* out) { *out << one.name; }

class every_bad_request : public testing::TestWithParam<bad_request> {};

TEST_P(every_bad_request, is_answered_with_its_reason_and_the_connection_closes) {
  const running_server server(always("served"));
  client peer = server.connect();
  const answer came = peer.send(GetParam().bytes).read();
  EXPECT_EQ(came.status, row_of(GetParam().expected).status);
  EXPECT_NE(came.body.find(row_of(GetParam().expected).message), std::string::npos) << came.body;
  EXPECT_TRUE(came.body.starts_with("{\"error\":\"")) << came.body;
  EXPECT_EQ(came.header("Content-Type"), "application/json");
  EXPECT_EQ(came.header("Connection"), "close");
  EXPECT_TRUE(peer.is_closed());
  EXPECT_EQ(server.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n").body, "served");
}

std::string with(const std::string& field) { return "POST /a HTTP/1.1\r\nHost: a\r\n" + field + "\r\n\r\n"; }
std::string chunked(const std::string& body) { return with("Transfer-Encoding: chunked") + body; }
std::string line(const std::string& first) { return first + "\r\nHost: a\r\n\r\n"; }

const std::vector<bad_request> bad_requests{
    {"no_method", line(" / HTTP/1.1"), refusal::bad_request_line},
    {"method_with_a_comma", line("GE,T / HTTP/1.1"), refusal::bad_request_line},
    {"two_spaces", line("GET  / HTTP/1.1"), refusal::bad_request_line},
    {"no_version", line("GET /"), refusal::bad_request_line},
    {"no_http", line("GET / HTTX/1.1"), refusal::bad_request_line},
    {"words_behind_the_version", line("GET / HTTP/1.1 x"), refusal::bad_request_line},
    {"bare_line_feeds", "GET / HTTP/1.1\nHost: a\n\n", refusal::bad_request_line},
    {"bare_carriage_return", "GET / HTTP/1.1\rHost: a\r\r", refusal::bad_request_line},
    {"tab_for_space", line("GET\t/ HTTP/1.1"), refusal::bad_request_line},
    {"null_byte_in_method", line(std::string("GE\0T / HTTP/1.1", 15)), refusal::bad_request_line},
    {"tls_hello", std::string("\x16\x03\x01\x02\x00\x01", 6) + "rest of a handshake", refusal::speaks_tls},
    {"relative_target", line("GET a HTTP/1.1"), refusal::bad_target_form},
    {"asterisk_with_get", line("GET * HTTP/1.1"), refusal::bad_target_form},
    {"absolute_target_with_a_user", line("GET http://me@a/ HTTP/1.1"), refusal::bad_authority},
    {"absolute_target_with_two_hosts", line("GET http://a,b/ HTTP/1.1"), refusal::bad_authority},
    {"absolute_target_with_a_quote", line("GET http://\"/ HTTP/1.1"), refusal::bad_authority},
    {"fragment", line("GET /a#b HTTP/1.1"), refusal::bad_target_character},
    {"raw_utf8", line("GET /\xc3\xa4 HTTP/1.1"), refusal::bad_target_character},
    {"half_an_escape", line("GET /%4 HTTP/1.1"), refusal::bad_escape},
    {"no_escape", line("GET /?a=%xy HTTP/1.1"), refusal::bad_escape},
    {"http_0_9", line("GET / HTTP/0.9"), refusal::unsupported_version},
    {"http_1_2", line("GET / HTTP/1.2"), refusal::unsupported_version},
    {"http_2_preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", refusal::unsupported_version},
    {"no_host", "GET / HTTP/1.1\r\n\r\n", refusal::missing_host},
    {"two_hosts", with("Host: a"), refusal::repeated_host},
    {"two_hosts_in_http_1_0", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", refusal::repeated_host},
    {"host_with_a_path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", refusal::bad_host},
    {"host_with_a_user", "GET / HTTP/1.1\r\nHost: me@a\r\n\r\n", refusal::bad_host},
    {"two_hosts_in_one", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", refusal::bad_host},
    {"two_authorizations", with("Authorization: Bearer a\r\nauthorization: Bearer b"), refusal::repeated_authorization},
    {"same_authorization_twice", with("Authorization: Bearer a\r\nAuthorization: Bearer a"),
     refusal::repeated_authorization},
    {"field_without_colon", with("abc"), refusal::bad_header_field},
    {"field_without_name", with(": a"), refusal::bad_header_field},
    {"space_before_colon", with("a : b"), refusal::bad_header_field},
    {"space_before_name", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", refusal::bad_header_field},
    {"name_in_brackets", with("(a): b"), refusal::bad_header_field},
    {"control_in_value", with("a: b\x01"), refusal::bad_header_field},
    {"null_byte_in_value", with(std::string("a: b\0c", 6)), refusal::bad_header_field},
    {"bare_line_feed_in_fields", "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", refusal::bad_header_field},
    {"bare_carriage_return_in_value", with("a: b\rc"), refusal::bad_header_field},
    {"folded_value", with("a: b\r\n c"), refusal::folded_field},
    {"folded_with_a_tab", with("a: b\r\n\tc"), refusal::folded_field},
    {"folded_behind_nothing", with("a:\r\n b"), refusal::folded_field},
    {"folded_twice_behind_nothing", with("a: \r\n \r\n b"), refusal::folded_field},
    {"folded_into_nothing", with("a: b\r\n  "), refusal::folded_field},
    {"folded_host", "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", refusal::folded_field},
    {"length_with_a_sign", with("Content-Length: +1") + "a", refusal::bad_content_length},
    {"negative_length", with("Content-Length: -1"), refusal::bad_content_length},
    {"hexadecimal_length", with("Content-Length: 0x1") + "a", refusal::bad_content_length},
    {"empty_length", with("Content-Length: "), refusal::bad_content_length},
    {"length_above_64_bits", with("Content-Length: 18446744073709551616"), refusal::bad_content_length},
    {"two_lengths", with("Content-Length: 1\r\nContent-Length: 2") + "ab", refusal::repeated_content_length},
    {"same_length_twice", with("Content-Length: 1\r\nContent-Length: 1") + "a", refusal::repeated_content_length},
    {"list_of_lengths", with("Content-Length: 1, 1") + "a", refusal::repeated_content_length},
    {"length_then_chunked", with("Content-Length: 1\r\nTransfer-Encoding: chunked") + "a", refusal::length_and_chunked},
    {"chunked_then_length", with("Transfer-Encoding: chunked\r\nContent-Length: 1") + "a", refusal::length_and_chunked},
    {"chunked_twice", with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), refusal::length_and_chunked},
    {"chunked_in_http_1_0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
     refusal::chunked_in_http_1_0},
    {"gzip_coding", with("Transfer-Encoding: gzip"), refusal::unknown_transfer_coding},
    {"gzip_and_chunked", with("Transfer-Encoding: gzip, chunked"), refusal::unknown_transfer_coding},
    {"chunked_in_the_middle", with("Transfer-Encoding: chunked, gzip"), refusal::unknown_transfer_coding},
    {"nearly_chunked", with("Transfer-Encoding: xchunked"), refusal::unknown_transfer_coding},
    {"identity_coding", with("Transfer-Encoding: identity"), refusal::unknown_transfer_coding},
    {"unknown_expectation", with("Expect: miracles"), refusal::unknown_expectation},
    {"connection_list_with_rubbish", with("Connection: close, @"), refusal::bad_header_field},
    {"chunk_without_size", chunked("\r\nabc\r\n0\r\n\r\n"), refusal::bad_chunk},
    {"chunk_size_with_a_sign", chunked("+1\r\na\r\n0\r\n\r\n"), refusal::bad_chunk},
    {"chunk_size_with_a_blank", chunked(" 1\r\na\r\n0\r\n\r\n"), refusal::bad_chunk},
    {"chunk_size_with_0x", chunked("0x1\r\na\r\n0\r\n\r\n"), refusal::bad_chunk},
    {"chunk_size_above_64_bits", chunked("11111111111111111\r\na\r\n0\r\n\r\n"), refusal::bad_chunk},
    {"chunk_longer_than_its_size", chunked("1\r\nab\r\n0\r\n\r\n"), refusal::bad_chunk},
    {"chunk_ended_by_line_feed", chunked("1\na\n0\n\n\r\n\r\n"), refusal::bad_chunk},
    {"chunk_data_ended_by_line_feed", chunked("1\r\na\n0\r\n\r\n"), refusal::bad_chunk},
    {"chunk_extension_without_a_name", chunked("1;\r\na\r\n0\r\n\r\n"), refusal::bad_chunk},
    {"line_feed_in_a_chunk_extension", chunked("1;a=\"\n\"\r\na\r\n0\r\n\r\n"), refusal::bad_chunk},
    {"line_feeds_alone_in_a_chunked_body", chunked("3\nabc\n0\n\n"), refusal::bad_chunk},
    {"line_feed_alone_behind_a_chunk", chunked("3\r\nabc\n"), refusal::bad_chunk},
    {"line_feed_alone_behind_trailers", chunked("0\r\nX: y\n\n"), refusal::bad_chunk},
    {"bad_trailer", chunked("1\r\na\r\n0\r\nno colon\r\n\r\n"), refusal::bad_chunk},
};

INSTANTIATE_TEST_SUITE_P(refusal, every_bad_request, testing::ValuesIn(bad_requests),
                         [](const testing::TestParamInfo<bad_request>& one) { return one.param.name; });

TEST(refusal, of_a_head_request_has_no_body) {
  const running_server server;
  client peer = server.connect();
  const answer came = peer.send("HEAD / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n").read(false);
  EXPECT_EQ(came.status, 400);
  EXPECT_NE(came.header("Content-Length"), "0");
  EXPECT_TRUE(peer.is_closed());
}

TEST(refusal, reaches_a_client_that_is_still_sending) {
  const running_server server;
  client peer = server.connect();
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n");
  for (int i = 0; i < 50; ++i) peer.send(std::string(10'000, 'x'));
  EXPECT_EQ(peer.read().status, 400);
  peer.end_sending();
  EXPECT_TRUE(peer.is_closed());
}

TEST(refusal, comes_behind_the_answers_to_the_requests_before) {
  const running_server server(always("good"));
  client peer = server.connect();
  peer.send(
      "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\nrubbish\r\n\r\nGET / HTTP/1.1\r\nHost: "
      "a\r\n\r\n");
  EXPECT_EQ(peer.read().body, "good");
  EXPECT_EQ(peer.read().body, "good");
  EXPECT_EQ(peer.read().status, 400);
  EXPECT_TRUE(peer.is_closed());
}

TEST(refusal, tells_a_client_that_ended_in_the_middle_of_a_request) {
  const running_server server;
  for (const char* half : {"GE", "GET / HTTP/1.1\r\n", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab",
                           "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\na"}) {
    client peer = server.connect();
    peer.send(half).end_sending();
    const answer came = peer.read();
    EXPECT_EQ(came.status, 400) << half;
    EXPECT_NE(came.body.find("ended in the middle"), std::string::npos) << came.body;
  }
}

}  // namespace
