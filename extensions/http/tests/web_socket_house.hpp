// An app with web sockets behind a real server, and a client that makes its frames by hand.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "running_server.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/testing/recorded_log.hpp"

namespace web_socket_test {

using namespace std::chrono_literals;

// Says whether a coroutine that holds it has been destroyed.
struct witness {
  std::atomic<int>* gone;
  explicit witness(std::atomic<int>& count) : gone(&count) {}
  witness(const witness&) = delete;
  witness& operator=(const witness&) = delete;
  ~witness() { ++*gone; }
};

// Stands before a web socket, and behind the answer to its handshake.
struct doorman {
  static std::optional<tenon::response> before(const tenon::request& from) {
    if (from.header("Shoes") == "muddy") return tenon::response::text("Wipe them first.", 409);
    return std::nullopt;
  }
  static void after(const tenon::request& from, tenon::response& answer) {
    if (from.header("Tip") == "none") answer = tenon::response::text("We are full.", 503);
    answer = std::move(answer).with("Doorman", std::string(from.header("Says").value_or("welcome")));
    if (from.header("Says") == "two lines") answer.headers.back().value = "two\r\nlines";
  }
};

struct salon {
  static constexpr auto manifest = tenon::manifest{.name = "salon", .version = "1.0.0", .needs = {{"identity"}}};
  using echo = tenon::web_socket<"/echo">;
  using brief = tenon::web_socket<"/brief", tenon::message_limit<1000>, tenon::any_origin>;
  using room = tenon::web_socket<"/rooms/{room}">;
  using lounge = tenon::web_socket<"/lounge", tenon::authenticated>;
  using closes = tenon::web_socket<"/closes">;
  using fails = tenon::web_socket<"/fails">;
  using flood = tenon::web_socket<"/flood">;
  using heedless = tenon::web_socket<"/heedless">;
  using shouter = tenon::web_socket<"/shouter">;
  using slow = tenon::web_socket<"/slow">;
  using club = tenon::web_socket<"/club", tenon::through<doorman>, tenon::rate_limit<5, 60>>;
  using plain = tenon::get<"/plain">;
  using routes = tenon::routes<echo, brief, room, lounge, closes, fails, flood, heedless, shouter, slow, club, plain>;

  tenon::conversation handle(echo, tenon::web_socket_peer& peer) {
    const witness here(ended);
    while (const auto message = co_await peer.receive())
      if (message->is_binary)
        co_await peer.send_binary(message->text);
      else
        co_await peer.send(message->text);
    code = peer.peer_code();
    reason = peer.peer_reason();
  }
  tenon::conversation handle(brief, tenon::web_socket_peer& peer, auto) {
    while (const auto message = co_await peer.receive()) co_await peer.send(message->text);
  }
  tenon::conversation handle(room route, tenon::web_socket_peer& peer, auto ctx) {
    const witness here(ended);
    const std::string name = route.template at<"room">();
    ctx.log().info(name);
    auto heard = said.subscribe(peer.request());
    co_await peer.send("welcome");
    while (peer.is_open()) {
      const auto [own, of_all] = co_await tenon::either(peer.receive(), heard.next(15s));
      if (own) said.send(std::string(name).append(": ").append(own->text));
      if (of_all) co_await peer.send(*of_all);
    }
    co_await peer.send("goodbye");
  }
  tenon::conversation handle(lounge, tenon::web_socket_peer& peer, auto) {
    while (const auto asked = co_await peer.receive()) co_await peer.send(peer.request().passport->user.id);
  }
  tenon::conversation handle(closes, tenon::web_socket_peer& peer, auto) {
    peer.close(4001, std::string(122, 'x').append("\u00e9 and more"));
    code = co_await peer.receive() ? 1 : 0;
    code += co_await peer.send("too late") ? 10 : 0;
    co_return;
  }
  tenon::conversation handle(fails, tenon::web_socket_peer& peer, auto) {
    co_await peer.receive();
    throw std::runtime_error("the piano is out of tune");
  }
  tenon::conversation handle(flood, tenon::web_socket_peer& peer, auto) {
    const witness here(ended);
    for (int i = 0; i < 1000; ++i) {
      const bool goes_on = co_await peer.send(std::string(65'536, 'f'));
      if (!goes_on) break;
      ++sent;
    }
  }
  tenon::conversation handle(heedless, tenon::web_socket_peer& peer, auto) {
    const witness here(ended);
    for (;;) co_await peer.receive();
  }
  tenon::conversation handle(shouter, tenon::web_socket_peer& peer, auto) {
    const witness here(ended);
    for (;;) {
      co_await peer.send("hey");
      co_await tenon::pause(peer.request(), 1ms);
    }
  }
  tenon::conversation handle(slow, tenon::web_socket_peer& peer, auto) {
    const witness here(ended);
    co_await tenon::offload(peer.request(), [] { std::this_thread::sleep_for(300ms); });
    int count = 0;
    while (co_await peer.receive()) ++count;
    sent = count;
  }
  tenon::conversation handle(club, tenon::web_socket_peer& peer) {
    ++members;
    co_await peer.send("in");
  }
  tenon::response handle(plain, const tenon::request&) { return tenon::response::text("plain"); }

  tenon::broadcast<std::string> said{};
  std::atomic<int> ended{0}, sent{0}, code{0}, members{0};
  std::string reason{};
};

// Waits for it, but not for ever.
template <class Condition>
bool becomes(Condition condition) {
  for (int i = 0; i < 2000 && !condition(); ++i) std::this_thread::sleep_for(5ms);
  return condition();
}

class house {
 public:
  explicit house(tenon::http1::options given = {}) {
    if (!app_.start()) throw std::runtime_error("the app does not start");
    server_ = std::make_unique<running_server>(
        [this](tenon::exchange& one) { return app_.door().handle(app_.door().app, one); }, given);
  }
  [[nodiscard]] salon& hosts() { return app_.template part<salon>(); }
  [[nodiscard]] running_server& server() { return *server_; }
  [[nodiscard]] tenon::testing::recorded_log& log() { return log_; }

 private:
  tenon::testing::recorded_log log_;
  tenon::app<salon, tenon::testing::fake_identity> app_{tenon::environment{.log_sink = log_.sink()}};
  std::unique_ptr<running_server> server_;
};

inline std::string handshake(std::string_view path, std::string_view more = "") {
  return std::string("GET ")
      .append(path)
      .append(" HTTP/1.1\r\nHost: salon.example\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n")
      .append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
      .append(more)
      .append("\r\n");
}

struct frame {
  int opcode = 1;
  std::string_view payload{};
  bool last = true;
  bool masked = true;
  int reserved = 0;

  [[nodiscard]] std::string bytes() const {
    std::string out(1, static_cast<char>((last ? 0x80 : 0) | reserved << 4 | opcode));
    const std::size_t size = payload.size();
    const int mark = masked ? 0x80 : 0;
    if (size < 126) {
      out += static_cast<char>(mark | static_cast<int>(size));
    } else {
      const int width = size < 65'536 ? 2 : 8;
      out += static_cast<char>(mark | (width == 2 ? 126 : 127));
      for (int i = width - 1; i >= 0; --i) out += static_cast<char>(size >> (8 * i));
    }
    constexpr std::string_view mask = "\x21\x43\x65\x07";
    if (masked) out += mask;
    for (std::size_t i = 0; i < size; ++i) out += masked ? static_cast<char>(payload[i] ^ mask[i % 4]) : payload[i];
    return out;
  }
};

inline std::string closing(int code, std::string_view reason = "") {
  return std::string{static_cast<char>(code >> 8), static_cast<char>(code)}.append(reason);
}

class visitor {
 public:
  visitor(house& of, std::string_view path, std::string_view more = "", std::string_view behind = "")
      : visitor(of.server(), path, more, behind) {}
  visitor(running_server& of, std::string_view path, std::string_view more = "", std::string_view behind = "")
      : peer_(of.connect()) {
    peer_.send(handshake(path, more).append(behind));
    std::size_t end = 0;
    while ((end = unread_.find("\r\n\r\n")) == unread_.npos)
      if (!read_some()) return;
    head = unread_.substr(0, end + 4);
    unread_.erase(0, end + 4);
  }
  visitor& send(const frame& one) {
    peer_.send(one.bytes());
    return *this;
  }
  visitor& say(std::string_view text) { return send({.payload = text}); }

  struct heard {
    int opcode = -1;  // -1: the connection has ended
    std::string payload{};
    [[nodiscard]] int code() const {
      return payload.size() < 2 ? 0
                                : static_cast<unsigned char>(payload[0]) << 8 | static_cast<unsigned char>(payload[1]);
    }
  };
  // The next frame; all that the server sends are whole messages.
  heard next() {
    while (unread_.size() < 2 || unread_.size() < head_size() + size())
      if (!read_some()) return {};
    heard out{unread_[0] & 0xF, unread_.substr(head_size(), size())};
    unread_.erase(0, head_size() + size());
    return out;
  }
  std::string text() { return next().payload; }
  client& wire() { return peer_; }

  std::string head;

 private:
  bool read_some() {
    std::array<char, 65'536> some{};
    const std::size_t got = peer_.receive_some(some.data(), some.size());
    unread_.append(some.data(), got);
    return got != 0;
  }
  [[nodiscard]] std::size_t width() const {
    const int mark = unread_[1] & 0x7F;
    return mark == 126 ? 2 : mark == 127 ? 8 : 0;
  }
  [[nodiscard]] std::size_t head_size() const { return 2 + width(); }
  [[nodiscard]] std::size_t size() const {
    if (width() == 0) return static_cast<std::size_t>(unread_[1] & 0x7F);
    if (unread_.size() < head_size()) return 1U << 30;
    std::size_t out = 0;
    for (std::size_t i = 0; i < width(); ++i) out = out << 8 | static_cast<unsigned char>(unread_[2 + i]);
    return out;
  }

  client peer_;
  std::string unread_;
};

}  // namespace web_socket_test
