// A header that comes in pieces is refused as soon as what has come of it cannot become right.
#include <gtest/gtest.h>

#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>

#include "../refusal.hpp"
#include "running_server.hpp"

namespace {

using tenon::http1::refusal;
using tenon::http1::row_of;

// With whom no time runs out while a test does.
tenon::http1::options patient() {
  tenon::http1::options out;
  out.header_timeout = std::chrono::hours(1);
  return out;
}

class unfinished_header : public testing::Test {
 protected:
  // Each piece is there before the next is sent, as far as that can be had.
  client send(std::initializer_list<std::string_view> pieces) const {
    client peer = server_.connect();
    for (const std::string_view one : pieces) {
      peer.send(one);
      usleep(5'000);
    }
    return peer;
  }
  void expect_refusal(refusal why, std::initializer_list<std::string_view> pieces) const {
    client peer = send(pieces);
    const answer came = peer.read();
    EXPECT_EQ(came.status, row_of(why).status);
    EXPECT_NE(came.body.find(row_of(why).message), std::string::npos) << *pieces.begin() << ": " << came.body;
    EXPECT_TRUE(peer.is_closed());
  }
  running_server server_{&mirror, patient()};
};

TEST_F(unfinished_header, with_a_malformed_request_line_is_refused) {
  expect_refusal(refusal::bad_request_line, {"GE", "T / HTTP/1.1\nHo"});
  expect_refusal(refusal::bad_request_line, {"G", "E", ",T / HTTP/1.1 and more of that"});
  expect_refusal(refusal::bad_request_line, {"GET / HT", "TP/1.1 x\r\nHost"});
  expect_refusal(refusal::unsupported_version, {"GET /", " HTTP/2.0\r\n", "H"});
  expect_refusal(refusal::bad_escape, {"GET /", "%4 HTTP/1.1\r", "\nH"});
}

TEST_F(unfinished_header, with_a_malformed_field_is_refused) {
  expect_refusal(refusal::bad_header_field, {"GET / HTTP/1.1\r\nHo", "st : a\r\nA"});
  expect_refusal(refusal::bad_header_field, {"GET / HTTP/1.1\r\n", "Host: a\nB", ": c"});
  expect_refusal(refusal::bad_header_field, {"GET / HTTP/1.1\r\nHost: a\r\nA", "\x01: b\r\n", "C"});
  expect_refusal(refusal::bad_header_field, {"GET / HTTP/1.1\r", "\n Host: a"});
  expect_refusal(refusal::bad_header_field, {"GET / HTTP/1.1\r\nHost: a\r\nA b"});
}

TEST_F(unfinished_header, with_a_folded_field_is_refused_at_the_first_blank) {
  expect_refusal(refusal::folded_field, {"GET / HTTP/1.1\r\nHost: a\r\nA: b\r\n", " "});
  expect_refusal(refusal::folded_field, {"GET / HTTP/1.1\r\nHost: a\r\nA:", "\r\n\tc"});
}

TEST_F(unfinished_header, with_fields_that_cannot_stand_together_is_refused) {
  expect_refusal(refusal::length_and_chunked,
                 {"POST / HTTP/1.1\r\nHost: a\r\nContent-Le", "ngth: 3\r\n", "Transfer-Encoding: chunked\r\n", "A"});
  expect_refusal(refusal::repeated_host, {"GET / HTTP/1.1\r\nHost: a\r\n", "Host: b\r\n", "A"});
  expect_refusal(refusal::too_many_fields, {"GET / HTTP/1.1\r\n",
                                            [] {
                                              static std::string all;
                                              for (int i = 0; i < 101; ++i) all += "A: b\r\n";
                                              return std::string_view(all);
                                            }(),
                                            "A"});
}

TEST_F(unfinished_header, that_can_still_become_right_is_waited_for_however_it_is_cut) {
  const std::string whole =
      "POST /a?b HTTP/1.1\r\nHost: one\r\nA:\r\nContent-Length: 3\r\nB: \t c d \t\r\n\r\nxyzGET /next "
      "HTTP/1.1\r\nHost: "
      "two\r\n\r\n";
  const std::string first = "POST /a ?b\nHost=[one]\nA=[]\nContent-Length=[3]\nB=[c d]\n\nxyz";
  for (std::size_t cut = 1; cut < whole.size(); ++cut) {
    client peer = send({std::string_view(whole).substr(0, cut), std::string_view(whole).substr(cut)});
    EXPECT_EQ(peer.read().body, first) << cut;
    EXPECT_EQ(peer.read().body, "GET /next ?\nHost=[two]\n\n") << cut;
  }
  client peer = server_.connect();
  for (const char& one : whole) {
    peer.send({&one, 1});
    usleep(200);
  }
  EXPECT_EQ(peer.read().body, first);
  EXPECT_EQ(peer.read().body, "GET /next ?\nHost=[two]\n\n");
}

}  // namespace
