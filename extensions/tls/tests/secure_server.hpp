// A server on a free port that speaks TLS, whose door is a function.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "../identity_files.hpp"
#include "../tls_stream.hpp"
#include "certificates.hpp"
#include "server.hpp"
#include "tenon/word/exchange.hpp"

class secure_server {
 public:
  explicit secure_server(std::function<bool(tenon::exchange&)> answers, tenon::http1::options given = {},
                         const std::string& version = "1.2")
      : answers_(std::move(answers)) {
    const made_identity made = make_identity();
    context_ = tenon::tls_door::make_context(
        {folder_.file("pem", made.certificate), folder_.file("key", made.key), version}, {});
    server_ = std::make_unique<tenon::http1::server>(given);
    listener_ = server_->bind({.owner = "tls",
                               .address = "127.0.0.1",
                               .port = 0,
                               .secure = true,
                               .streams = {context_.get(), &tenon::tls_door::make_tls_stream}});
    server_->open(
        {this, [](void* app, tenon::exchange& one) { return static_cast<secure_server*>(app)->answers_(one); }});
    listener_->open();
  }
  ~secure_server() { stop(); }
  void stop() {
    listener_->close();
    server_->drain();
  }
  [[nodiscard]] int port() const { return listener_->port(); }

 private:
  key_folder folder_;
  std::function<bool(tenon::exchange&)> answers_;
  tenon::tls_door::context_pointer context_;
  std::unique_ptr<tenon::http1::server> server_;
  std::unique_ptr<tenon::http1::listener> listener_;
};
