#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "running_server.hpp"
#include "tenon/word/error.hpp"

namespace {

std::string refusal_to_bind(const std::string& address, int port) {
  tenon::http1::options given;
  given.address = address;
  given.port = port;
  try {
    tenon::http1::server server(given);
    const auto bound = server.bind();
    return "bound " + bound->authority();
  } catch (const tenon::error& failure) {
    EXPECT_EQ(failure.type(), tenon::error_type::server_misconfigured);
    return failure.message();
  }
}

TEST(listener, on_a_taken_port_says_which_who_holds_it_and_what_to_do) {
  const running_server first;
  const std::string port = std::to_string(first.port());
  EXPECT_EQ(refusal_to_bind("127.0.0.1", first.port()),
            "http cannot listen on 127.0.0.1:" + port + ": the port is held by " +
                std::string(program_invocation_short_name).substr(0, 15) + " (process " + std::to_string(getpid()) +
                ")" + ". Stop that, or set http.port to another port (0: any free one).");
}

TEST(listener, on_something_that_is_no_ip_address_says_so) {
  const std::string text = refusal_to_bind("example.com", 0);
  EXPECT_TRUE(text.starts_with("http cannot listen on \"example.com\": that is not an IP address.")) << text;
  EXPECT_TRUE(refusal_to_bind("", 0).starts_with("http cannot listen on \"\"")) << text;
  EXPECT_TRUE(refusal_to_bind("1.2.3", 0).starts_with("http cannot listen on \"1.2.3\"")) << text;
}

TEST(listener, on_an_address_of_another_machine_says_so) {
  const std::string text = refusal_to_bind("192.0.2.1", 8080);
  EXPECT_TRUE(text.starts_with("http cannot listen on 192.0.2.1:8080: this machine has no such address.")) << text;
}

TEST(listener, knows_localhost_and_addresses_in_brackets) {
  EXPECT_TRUE(refusal_to_bind("localhost", 0).starts_with("bound 127.0.0.1:"));
  EXPECT_TRUE(refusal_to_bind("0.0.0.0", 0).starts_with("bound 0.0.0.0:"));
}

TEST(listener, can_be_bound_again_right_after_a_server_with_connections_has_stopped) {
  int port = 0;
  {
    running_server server;
    port = server.port();
    client peer = server.connect();
    EXPECT_EQ(peer.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").read().status, 200);
  }
  EXPECT_EQ(refusal_to_bind("127.0.0.1", port), "bound 127.0.0.1:" + std::to_string(port));
}

TEST(listener, that_is_not_open_yet_lets_clients_wait) {
  tenon::http1::options given;
  given.port = 0;
  tenon::http1::server server(given);
  const auto bound = server.bind();
  client early(bound->port());
  early.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_FALSE(early.hears_within(std::chrono::milliseconds(50)));
  server.open({nullptr, [](void*, tenon::exchange& one) { return mirror(one); }});
  bound->open();
  EXPECT_EQ(early.read().status, 200);
  bound->close();
  early.hang_up();
  server.drain();
}

// Lets the process open no more files, and again as many as before.
class file_famine {
 public:
  void begin() {
    getrlimit(RLIMIT_NOFILE, &before_);
    const int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(next);
    const rlimit none{static_cast<rlim_t>(next), before_.rlim_max};
    setrlimit(RLIMIT_NOFILE, &none);
  }
  void end() { setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

TEST(listener, that_is_destroyed_while_it_is_about_to_try_again_accepts_nobody) {
  struct stage {
    std::unique_ptr<tenon::http1::listener> second{};
    std::optional<client> knocking{};
    file_famine files{};
  } all;
  tenon::http1::options given;
  given.port = 0;
  tenon::http1::server server(given);
  const auto bound = server.bind();
  all.second = server.bind();
  server.open({&all, [](void* app, tenon::exchange& one) {
                 auto& own = *static_cast<stage*>(app);
                 one.response = tenon::response::text(std::string(one.request.path));
                 if (one.request.path == "/knock") {
                   own.knocking.emplace(own.second->port());
                   own.files.begin();
                 } else {
                   // By now its time to try again has come; the loop sees that before it runs what is posted.
                   std::this_thread::sleep_for(std::chrono::milliseconds(200));
                   own.files.end();
                   one.request.loop->post({[](void* data) { static_cast<stage*>(data)->second.reset(); }, app});
                 }
                 return true;
               }});
  bound->open();
  all.second->open();
  client peer(bound->port());
  EXPECT_EQ(peer.send("GET /knock HTTP/1.1\r\nHost: a\r\n\r\n").read().body, "/knock");
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  EXPECT_EQ(peer.send("GET /close HTTP/1.1\r\nHost: a\r\n\r\n").read().body, "/close");
  EXPECT_EQ(peer.send("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").read().status, 204);
  EXPECT_EQ(all.second, nullptr);
  peer.hang_up();
  bound->close();
  server.drain();
}

TEST(server, with_impossible_options_is_not_made) {
  tenon::http1::options given;
  given.threads = -1;
  given.workers = 0;
  try {
    const tenon::http1::server server(given);
    FAIL();
  } catch (const tenon::error& failure) {
    EXPECT_EQ(failure.message(),
              "http.threads is -1, but it must be from 1 to 256. http.workers is 0, but it must be from 1 to 1024.");
  }
}

TEST(server, that_is_never_opened_can_be_destroyed) {
  tenon::http1::options given;
  given.port = 0;
  tenon::http1::server server(given);
  const auto bound = server.bind();
  EXPECT_NE(bound->port(), 0);
}

}  // namespace
