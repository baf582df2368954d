// A server on a free port, whose door is a function, and what it logs.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "../server.hpp"
#include "client.hpp"
#include "tenon/word/exchange.hpp"

using handler = std::function<bool(tenon::exchange&)>;

inline constexpr std::string_view plain_get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
inline std::string get(std::string_view path, std::string_view version = "1.1", std::string_view method = "GET") {
  return std::string(method).append(" ").append(path).append(" HTTP/").append(version).append("\r\nHost: a\r\n\r\n");
}

// Answers with what the request looks like from behind the door.
inline bool mirror(tenon::exchange& one) {
  const tenon::request& asked = one.request;
  std::string text =
      std::string(asked.method_name) + " " + std::string(asked.path) + " ?" + std::string(asked.query) + "\n";
  for (const tenon::header& field : asked.headers)
    text += std::string(field.name) + "=[" + std::string(field.value) + "]\n";
  one.response = tenon::response::text(text.append("\n").append(asked.body));
  return true;
}

inline handler always(std::string text) {
  return [text = std::move(text)](tenon::exchange& one) {
    one.response = tenon::response::text(text);
    return true;
  };
}

class log_lines {
 public:
  [[nodiscard]] tenon::log_sink sink() { return {this, &write}; }
  [[nodiscard]] std::string all() const {
    const std::lock_guard lock(mutex_);
    std::string out;
    for (const std::string& line : lines_) out += line + "\n";
    return out;
  }

 private:
  static void write(void* data, const tenon::log_entry& entry) noexcept {
    auto& self = *static_cast<log_lines*>(data);
    const std::lock_guard lock(self.mutex_);
    std::string line(to_string(entry.level));
    self.lines_.push_back(line.append(" ").append(entry.extension).append(": ").append(entry.message));
  }
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
};

class running_server {
 public:
  explicit running_server(handler answers = &mirror, tenon::http1::options given = {}) : answers_(std::move(answers)) {
    given.port = 0;
    server_ = std::make_unique<tenon::http1::server>(given, tenon::log("http", lines_.sink()));
    listener_ = server_->bind();
    server_->open({this,
                   [](void* app, tenon::exchange& one) { return static_cast<running_server*>(app)->answers_(one); },
                   &count});
    listener_->open();
  }
  ~running_server() { stop(); }

  void stop() {
    listener_->close();
    server_->drain();
  }
  [[nodiscard]] int port() const { return listener_->port(); }
  [[nodiscard]] client connect() const { return client(port()); }
  [[nodiscard]] std::string log() const { return lines_.all(); }
  // How many answers were given, and how many of them ended before their end.
  [[nodiscard]] int given() const { return given_; }
  [[nodiscard]] int broken_off() const { return broken_off_; }

  // One request on a connection of its own.
  [[nodiscard]] answer ask(std::string_view bytes) const { return connect().send(bytes).read(); }

 private:
  static void count(void* self, const tenon::exchange& one, std::chrono::nanoseconds) noexcept {
    auto& own = *static_cast<running_server*>(self);
    own.broken_off_ += one.broken_off;
    ++own.given_;
  }

  log_lines lines_;
  handler answers_;
  std::atomic<int> given_{0}, broken_off_{0};
  std::unique_ptr<tenon::http1::server> server_;
  std::unique_ptr<tenon::http1::listener> listener_;
};
