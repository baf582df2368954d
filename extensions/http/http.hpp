// The HTTP/1.1 door of an app.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "contract.hpp"
#include "file_limit.hpp"
#include "options.hpp"
#include "server.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/manifest.hpp"

// Its port is bound when it starts and accepts when the app is open, so a taken port is an error before anything else
// runs, and no request meets an extension that is not ready.
struct http {
  static constexpr auto manifest = tenon::manifest{
      .name = "http", .version = "1.0.0", .doc = "Serves HTTP/1.1 and HTTP/1.0.", .core = true, .essential = true};

  using settings = tenon::http1::options;
  using exports = tenon::http1::listener_host;  // for extensions that bring connections of another kind

  [[nodiscard]] static std::vector<std::string> check(const settings& given, const tenon::environment&) {
    return tenon::http1::contradictions(given);
  }

  void on_start(auto& ctx) {
    tenon::http1::allow_connections(ctx.settings().max_connections, ctx.log());
    server_ = std::make_unique<tenon::http1::server>(ctx.settings(), ctx.log());
    if (ctx.settings().listen) listener_ = server_->bind();
  }
  void on_open(auto& ctx) {
    server_->open(ctx.door());
    if (!listener_) return;
    listener_->open();
    ctx.log().info("listening on http://" + listener_->authority());
  }
  void on_close() {
    if (listener_) listener_->close();
    server_->drain();
  }
  void on_stop() {
    listener_.reset();
    server_.reset();
  }

  exports& exported() { return *server_; }
  // "127.0.0.1:8080", with the port that the system chose if the setting is 0; empty while it has none.
  [[nodiscard]] std::string authority() const { return listener_ ? listener_->authority() : std::string(); }

 private:
  std::unique_ptr<tenon::http1::server> server_;
  std::unique_ptr<tenon::http1::listener> listener_;
};
