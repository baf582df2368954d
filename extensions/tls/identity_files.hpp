// Who the server is: a certificate and its key, as OpenSSL wants them.
#pragma once

#include <memory>
#include <string>

#include "tenon/word/log.hpp"

typedef struct ssl_ctx_st SSL_CTX;

namespace tenon::tls_door {

struct identity_files {
  std::string certificate;      // PEM: the server's certificate, then those that lead to a root
  std::string key;              // PEM, without a passphrase
  std::string minimum_version;  // "1.2" or "1.3"
};

struct context_deleter {
  void operator()(SSL_CTX* context) const noexcept;
};
using context_pointer = std::unique_ptr<SSL_CTX, context_deleter>;

// Throws tenon::error that names the file and what is wrong with it. What is merely unwise is logged.
[[nodiscard]] context_pointer make_context(const identity_files& files, const tenon::log& log);

}  // namespace tenon::tls_door
