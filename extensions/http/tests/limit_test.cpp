#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "running_server.hpp"

namespace {

using tenon::http1::options;

options small() {
  options out;
  out.header_limit.bytes = 500;
  out.target_limit.bytes = 100;
  out.field_limit = 5;
  out.body_limit.bytes = 1000;
  return out;
}

// A request whose header has exactly that many bytes.
std::string header_of(std::size_t size) {
  std::string out = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
  out.append(size - out.size() - 4, 'x');
  return out + "\r\n\r\n";
}

TEST(header_limit, holds_to_the_byte_however_the_header_is_split) {
  const running_server server(always("in"), small());
  EXPECT_EQ(server.ask(header_of(500)).status, 200);
  EXPECT_EQ(server.ask(header_of(501)).status, 431);
  for (std::size_t cut : {10U, 30U, 250U, 498U, 499U, 500U}) {
    for (std::size_t size : {500U, 501U}) {
      client peer = server.connect();
      const std::string bytes = header_of(size);
      peer.send(bytes.substr(0, cut));
      usleep(2'000);
      peer.send(bytes.substr(std::min(cut, bytes.size())));
      EXPECT_EQ(peer.read().status, size == 500 ? 200 : 431) << cut << " of " << size;
    }
  }
}

TEST(header_limit, is_not_taken_for_the_target_limit_when_the_request_line_comes_in_parts) {
  const running_server server(always("in"));  // 16 KiB and 8000 bytes
  for (const std::size_t size : {9'000U, 16'384U, 16'385U}) {
    client peer = server.connect();
    const std::string bytes = header_of(size);
    for (const std::size_t from : {0U, 7U, 8'500U}) {
      peer.send(bytes.substr(from, (from == 0 ? 7 : from == 7 ? 8'500 : size) - from));
      usleep(2'000);
    }
    EXPECT_EQ(peer.read().status, size > 16'384 ? 431 : 200) << size;
  }
}

TEST(header_limit, does_not_wait_for_the_end_of_what_is_too_large) {
  const running_server server(always("in"), small());
  client peer = server.connect();
  EXPECT_EQ(peer.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(500, 'x')).read().status, 431);
}

TEST(header_limit, counts_neither_the_requests_before_nor_the_body) {
  const running_server server(always("in"), small());
  client peer = server.connect();
  const std::string body(900, 'b');
  const std::string post = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n" + body;
  peer.send(header_of(500) + header_of(500) + post + header_of(499) + header_of(501));
  for (int i = 0; i < 4; ++i) EXPECT_EQ(peer.read().status, 200);
  EXPECT_EQ(peer.read().status, 431);
}

TEST(target_limit, is_not_one_of_the_method_however_its_line_is_split) {
  const running_server server(always("in"), small());
  const std::string bytes = std::string(200, 'M') + " / HTTP/1.1\r\nHost: a\r\n\r\n";
  for (const std::size_t cut : {100U, 190U, 205U}) {
    client peer = server.connect();
    peer.send(bytes.substr(0, cut));
    usleep(2'000);
    EXPECT_EQ(peer.send(bytes.substr(cut)).read().status, 200) << cut;
  }
}

TEST(target_limit, holds_to_the_byte) {
  const running_server server(always("in"), small());
  EXPECT_EQ(server.ask("GET /" + std::string(99, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
  EXPECT_EQ(server.ask("GET /" + std::string(100, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n").status, 414);
  EXPECT_EQ(server.ask("GET /" + std::string(5'000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n").status, 414);
  EXPECT_EQ(server.ask("GET /" + std::string(200, 'x')).status, 414);
}

TEST(field_limit, holds_to_the_field) {
  const running_server server(always("in"), small());
  EXPECT_EQ(server.ask("GET / HTTP/1.1\r\nHost: a\r\nA: 1\r\nB: 1\r\nC: 1\r\nD: 1\r\n\r\n").status, 200);
  EXPECT_EQ(server.ask("GET / HTTP/1.1\r\nHost: a\r\nA: 1\r\nB: 1\r\nC: 1\r\nD: 1\r\nE: 1\r\n\r\n").status, 431);
}

TEST(body_limit, holds_to_the_byte_in_both_framings) {
  const running_server server(always("in"), small());
  const auto sized = [](std::size_t size) {
    return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n" +
           std::string(size, 'x');
  };
  const auto chunked = [](std::size_t first, std::size_t second) {
    const auto chunk = [](std::size_t size) {
      char text[20];
      std::snprintf(text, sizeof text, "%zx\r\n", size);
      return text + std::string(size, 'x') + "\r\n";
    };
    return "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(first) + chunk(second) +
           "0\r\n\r\n";
  };
  EXPECT_EQ(server.ask(sized(1000)).status, 200);
  EXPECT_EQ(server.ask(sized(1001)).status, 413);
  EXPECT_EQ(server.ask(chunked(500, 500)).status, 200);
  EXPECT_EQ(server.ask(chunked(500, 501)).status, 413);
  EXPECT_EQ(server.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551615\r\n\r\n").status, 413);
  EXPECT_EQ(server.ask("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n").status,
            413);
}

TEST(chunk_framing, that_never_ends_is_refused) {
  const running_server server(always("in"), small());
  const std::string begin = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(server.ask(begin + "1;" + std::string(600, 'x')).status, 431);
  EXPECT_EQ(server.ask(begin + "0\r\nX: " + std::string(600, 'x')).status, 431);
  std::string extensions = begin;
  for (int i = 0; i < 20; ++i) extensions += "1;" + std::string(40, 'x') + "\r\ny\r\n";
  EXPECT_EQ(server.ask(extensions).status, 431);
}

TEST(chunk_framing, has_the_limit_of_a_header_to_the_byte_also_where_it_ends) {
  const running_server server(always("in"), small());
  const std::string begin = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  const auto limit = static_cast<std::size_t>(small().header_limit.get().bytes);
  const auto with_zeros = [&](std::size_t size) { return begin + std::string(size - 1, '0') + "1\r\nx\r\n0\r\n\r\n"; };
  EXPECT_EQ(server.ask(with_zeros(limit)).status, 200);
  EXPECT_EQ(server.ask(with_zeros(limit + 1)).status, 431);
  const auto with_trailer = [&](std::size_t size) {
    return begin + "0\r\nX: " + std::string(size - std::string_view("X: \r\n\r\n").size(), 'x') + "\r\n\r\n";
  };
  EXPECT_EQ(server.ask(with_trailer(limit)).status, 200);
  EXPECT_EQ(server.ask(with_trailer(limit + 1)).status, 431);
}

TEST(options, that_cannot_work_are_all_named_at_once) {
  options given;
  given.threads = 0;
  given.port = 70'000;
  given.target_limit.bytes = 20'000;
  given.idle_timeout = std::chrono::milliseconds(0);
  const std::vector<std::string> found = problems(given);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0], "http.port is 70000, but it must be from 0 to 65535.");
  EXPECT_EQ(found[1], "http.threads is 0, but it must be from 1 to 256.");
  EXPECT_EQ(found[2], "http.idle_timeout is 0, but it must be from 1 to 86400000 milliseconds.");
  EXPECT_NE(found[3].find("http.target_limit is 20000"), std::string::npos);
  EXPECT_TRUE(problems(options{}).empty());
}

}  // namespace
