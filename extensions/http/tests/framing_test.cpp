#include <gtest/gtest.h>

#include <string>

#include "running_server.hpp"

namespace {

TEST(request, is_seen_by_the_handler_as_it_was_sent) {
  const running_server server;
  const answer came = server.ask("GET /a%20b?x=1&y HTTP/1.1\r\nHost: one:1\r\nX-Empty:\r\nAccept: \t a, b \t\r\n\r\n");
  EXPECT_EQ(came.status, 200);
  EXPECT_EQ(came.body, "GET /a%20b ?x=1&y\nHost=[one:1]\nX-Empty=[]\nAccept=[a, b]\n\n");
}

TEST(request, knows_its_peer_and_its_loop) {
  const running_server server([](tenon::exchange& one) {
    one.response =
        tenon::response::text(std::string(one.request.remote_address) + (one.request.secure ? " secure" : " plain") +
                              (one.request.loop != nullptr ? " loop" : ""));
    return true;
  });
  EXPECT_EQ(server.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n").body, "127.0.0.1 plain loop");
}

TEST(request, has_the_method_of_its_name_and_other_for_what_no_route_can_name) {
  const running_server server([](tenon::exchange& one) {
    one.response =
        tenon::response::text(std::string(to_string(one.request.method)) + " " + std::string(one.request.method_name));
    return true;
  });
  for (const char* name : {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    EXPECT_EQ(server.ask(std::string(name) + " / HTTP/1.1\r\nHost: a\r\n\r\n").body, std::string(name) + " " + name);
  EXPECT_EQ(server.ask("BREW / HTTP/1.1\r\nHost: a\r\n\r\n").body, "OTHER BREW");
  EXPECT_EQ(server.ask("get / HTTP/1.1\r\nHost: a\r\n\r\n").body, "OTHER get");
  EXPECT_EQ(server.ask("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n").body, "OTHER CONNECT");
}

TEST(request, in_absolute_form_has_the_same_path) {
  const running_server server;
  EXPECT_EQ(server.ask("GET http://a/b?c HTTP/1.1\r\nHost: a\r\n\r\n").body, "GET /b ?c\nHost=[a]\n\n");
}

TEST(request, in_absolute_form_has_the_host_of_its_target_whatever_the_header_says) {
  const running_server server;
  EXPECT_EQ(server.ask("GET http://one:8080/ HTTP/1.1\r\nX: y\r\nhost: two\r\n\r\n").body,
            "GET / ?\nX=[y]\nhost=[one:8080]\n\n");
  EXPECT_EQ(server.ask("GET HTTP://[::1]?q HTTP/1.0\r\n\r\n").body, "GET / ?q\nHost=[[::1]]\n\n");
  EXPECT_EQ(server.ask("POST https://one HTTP/1.1\r\nHost:\r\nContent-Length: 2\r\n\r\nab").body,
            "POST / ?\nHost=[one]\nContent-Length=[2]\n\nab");
}

TEST(request, for_options_of_an_asterisk_is_answered_by_the_server_itself) {
  const running_server server(always("the app"));
  const answer came = server.ask("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(came.status, 204);
  EXPECT_EQ(came.header("Allow"), "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS");
  EXPECT_EQ(server.ask("OPTIONS / HTTP/1.1\r\nHost: a\r\n\r\n").body, "the app");
}

TEST(request, may_come_behind_empty_lines) {
  const running_server server(always("yes"));
  client peer = server.connect();
  peer.send("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n\r\n");
  EXPECT_EQ(peer.read().body, "yes");
  peer.send("\r").send("\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(peer.read().body, "yes");
}

TEST(body, is_as_long_as_its_content_length) {
  const running_server server;
  client peer = server.connect();
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET /next HTTP/1.1\r\nHost: b\r\n\r\n");
  EXPECT_EQ(peer.read().body, "POST / ?\nHost=[a]\nContent-Length=[5]\n\nhello");
  EXPECT_EQ(peer.read().body, "GET /next ?\nHost=[b]\n\n");
}

TEST(body, in_chunks_is_joined_and_extensions_and_trailers_are_dropped) {
  const running_server server;
  client peer = server.connect();
  peer.send(
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
      "5\r\nhello\r\n1;a;b=c;d=\"e f\"\r\n,\r\n006\r\n world\r\nA\r\n0123456789\r\n0;last\r\nX-Trailer: 1\r\nHost: "
      "b\r\n\r\n"
      "GET /next HTTP/1.1\r\nHost: b\r\n\r\n");
  EXPECT_EQ(peer.read().body, "POST / ?\nHost=[a]\nTransfer-Encoding=[Chunked]\n\nhello, world0123456789");
  EXPECT_EQ(peer.read().body, "GET /next ?\nHost=[b]\n\n");
}

TEST(body, that_is_empty_in_either_way_is_empty) {
  const running_server server;
  EXPECT_TRUE(server.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n").body.ends_with("\n\n"));
  EXPECT_TRUE(
      server.ask("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").body.ends_with("\n\n"));
}

TEST(body, is_the_same_wherever_its_bytes_are_split) {
  const running_server server;
  const std::string bytes =
      "POST /p?q HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nX: "
      "y\r\n\r\n3;e=\"1\"\r\nabc\r\n2\r\nde\r\n0\r\nT: u\r\n\r\n"
      "PUT /r HTTP/1.1\r\nHost: b\r\nContent-Length: 3\r\n\r\nxyz";
  for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
    client peer = server.connect();
    peer.send(bytes.substr(0, cut));
    usleep(300);  // mostly enough for the server to have read the first part
    peer.send(bytes.substr(cut));
    EXPECT_EQ(peer.read().body, "POST /p ?q\nHost=[a]\nTransfer-Encoding=[chunked]\nX=[y]\n\nabcde") << cut;
    EXPECT_EQ(peer.read().body, "PUT /r ?\nHost=[b]\nContent-Length=[3]\n\nxyz") << cut;
  }
}

TEST(body, in_chunks_may_come_byte_by_byte) {
  const running_server server;
  client peer = server.connect();
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (const char one : std::string_view("1\r\na\r\n2\r\n\nc\r\n0\r\n\r\n")) {
    usleep(300);
    peer.send(std::string_view(&one, 1));
  }
  EXPECT_TRUE(peer.read().body.ends_with("\n\na\nc"));
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
  for (const char one : std::string_view("X: y\r\n\r\n")) {
    usleep(300);
    peer.send(std::string_view(&one, 1));
  }
  EXPECT_TRUE(peer.read().body.ends_with("\n\n"));
}

TEST(body, in_chunks_may_begin_with_a_line_feed_that_comes_with_the_line_before_it) {
  const running_server server;
  client peer = server.connect();
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n\n");  // four bytes of the body
  usleep(300);
  peer.send("\r\n0\r\n\r\n");
  EXPECT_TRUE(peer.read().body.ends_with("\n\n\n"));
}

TEST(trailer, does_not_say_whether_the_connection_stays) {
  const running_server server(always("yes"));
  client peer = server.connect();
  const std::string chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n";
  peer.send(chunked + "\r\n0\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(peer.read().header("Connection"), std::nullopt);
  peer.send(chunked + "Connection: close\r\n\r\n0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(peer.read().header("Connection"), "close");
  EXPECT_TRUE(peer.is_closed());
}

TEST(body, of_many_chunks_fits_where_the_chunks_themselves_would_not) {
  tenon::http1::options given;
  given.body_limit.bytes = 30'000;
  const running_server server(&mirror, given);
  client peer = server.connect();
  std::string bytes = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  std::string body;
  for (int i = 0; i < 30'000; ++i) {
    body += static_cast<char>('a' + i % 26);
    bytes += std::string("1\r\n") + body.back() + "\r\n";
  }
  const answer came = peer.send(bytes + "0\r\n\r\n").read();
  EXPECT_EQ(came.status, 200);
  EXPECT_TRUE(came.body.ends_with("\n\n" + body));
}

TEST(body, that_is_large_moves_the_header_with_it) {
  const running_server server;
  client peer = server.connect();
  for (int i = 0; i < 3; ++i) {
    const std::string body(700'000, static_cast<char>('a' + i));
    peer.send("POST /long?q HTTP/1.1\r\nHost: a\r\nX-First: 1\r\nContent-Length: " + std::to_string(body.size()) +
              "\r\n\r\n");
    usleep(1'000);
    const answer came = peer.send(body).read();
    EXPECT_EQ(came.body, "POST /long ?q\nHost=[a]\nX-First=[1]\nContent-Length=[700000]\n\n" + body);
  }
}

TEST(expectation, of_100_continue_is_met_before_the_body_comes) {
  const running_server server;
  client peer = server.connect();
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(peer.read(false).status, 100);
  EXPECT_TRUE(peer.send("ok").read().body.ends_with("\n\nok"));
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n");
  EXPECT_EQ(peer.read(false).status, 100);
  EXPECT_TRUE(peer.send("2\r\nok\r\n0\r\n\r\n").read().body.ends_with("\n\nok"));
}

TEST(expectation, of_100_continue_is_not_met_where_nothing_has_to_be_sent_on) {
  const running_server server;
  EXPECT_EQ(server.ask("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nok").status,
            200);
  EXPECT_EQ(server.ask("GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n").status, 200);
  client old = server.connect();
  old.send("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_FALSE(old.hears_within(std::chrono::milliseconds(50)));
  EXPECT_EQ(old.send("ok").read().status, 200);
}

TEST(expectation, of_100_continue_for_too_much_is_answered_with_413_and_no_invitation) {
  const running_server server;
  const answer came =
      server.ask("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");
  EXPECT_EQ(came.status, 413);
}

}  // namespace
