// A client that speaks TLS, and what it sees.
#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>
#include <string_view>

class secure_client {
 public:
  struct wishes {
    int highest_version = 0;     // TLS1_2_VERSION, ...; 0: any
    std::string protocols = "";  // what it offers by ALPN, in wire form
  };
  // Throws if there is no connection or the handshake fails.
  explicit secure_client(int port, wishes wanted);
  explicit secure_client(int port) : secure_client(port, wishes{}) {}
  ~secure_client();
  secure_client(const secure_client&) = delete;
  secure_client& operator=(const secure_client&) = delete;

  // False: the server closed.
  bool send(std::string_view bytes);
  // Until so many bytes have come, or the server closed.
  [[nodiscard]] std::string read(std::size_t size);
  // One answer with Content-Length.
  [[nodiscard]] std::string read_answer();
  // Until the server says by TLS, and not only by TCP, that it is done; throws if it does not.
  [[nodiscard]] std::string read_to_end();

  [[nodiscard]] std::string version() const { return SSL_get_version(tls_.get()); }
  [[nodiscard]] std::string protocol() const;

 private:
  std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> context_;
  std::unique_ptr<SSL, void (*)(SSL*)> tls_{nullptr, &SSL_free};
  int socket_ = -1;
  std::string unread_;
};

// A connection without TLS, for what comes before it or in its place.
[[nodiscard]] int connect_plainly(int port);
