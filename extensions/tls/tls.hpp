// TLS for the HTTP door: a second port, whose connections live on http's threads and follow http's settings.
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "identity_files.hpp"
#include "tenon/contract/http.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/name.hpp"
#include "tls_stream.hpp"

struct tls {
  static constexpr auto manifest = tenon::manifest{.name = "tls",
                                                   .version = "1.0.0",
                                                   .doc = "Serves HTTP over TLS, from a certificate and a key.",
                                                   .needs = {{"http", "1.x.x"}},
                                                   .essential = true};

  struct settings {
    tenon::field<std::string,
                 {.doc = "PEM file: the server's certificate, then those that lead to a root.", .restart = true}>
        certificate{};
    tenon::field<std::string,
                 {.doc = "PEM file without a passphrase; neither this nor a certificate: no TLS.", .restart = true}>
        key{};
    tenon::field<std::string, {.doc = "As http.address.", .restart = true}> address = "127.0.0.1";
    tenon::field<int, {.doc = "0: the system chooses a free one.", .min = 0, .max = 65'535, .restart = true}> port =
        8443;
    tenon::field<std::string, {.doc = "Of TLS: 1.2 or 1.3.", .restart = true}> minimum_version = "1.2";
  };

  // What on_start would throw.
  [[nodiscard]] static std::vector<std::string> check(const settings& given, const tenon::environment&) {
    std::vector<std::string> problems;
    if (given.certificate.empty() && given.key.empty()) return problems;
    tenon::attempt(
        [&] {
          std::ignore =
              tenon::tls_door::make_context({given.certificate, given.key, given.minimum_version}, tenon::log());
        },
        [&] { problems.push_back(tenon::message_of(std::current_exception())); });
    return problems;
  }

  // Files that do not work are a fault, and so the end of the program: whoever asked for TLS must not get less
  // unnoticed.
  void on_start(auto& ctx) {
    using namespace tenon::literals;
    const settings& given = ctx.settings();
    if (given.certificate.empty() && given.key.empty()) {
      ctx.log().info("not listening, because tls.certificate and tls.key are not set");
      return;
    }
    context_ = tenon::tls_door::make_context({given.certificate, given.key, given.minimum_version}, ctx.log());
    listener_ = ctx.import("http"_ext)
                    .bind({.owner = "tls",
                           .address = given.address,
                           .port = given.port,
                           .secure = true,
                           .streams = {context_.get(), &tenon::tls_door::make_tls_stream}});
  }
  void on_open(auto& ctx) {
    if (!listener_) return;
    listener_->open();
    ctx.log().info("listening on https://" + listener_->authority());
  }
  void on_close() {
    if (listener_) listener_->close();
  }
  // The certificate stays until the end: http's last connections may still be using it.
  void on_stop() { listener_.reset(); }

  // "127.0.0.1:8443"; empty while it is not listening.
  [[nodiscard]] std::string authority() const { return listener_ ? listener_->authority() : std::string(); }

 private:
  tenon::tls_door::context_pointer context_;
  std::unique_ptr<tenon::http1::listener> listener_;
};
