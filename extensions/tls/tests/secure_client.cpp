#include "secure_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <stdexcept>

int connect_plainly(int port) {
  const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{.tv_sec = 10, .tv_usec = 0};
  setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (::connect(made, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) return made;
  ::close(made);
  throw std::runtime_error("connect");
}

secure_client::secure_client(int port, wishes wanted)
    : context_(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free), socket_(connect_plainly(port)) {
  if (wanted.highest_version != 0) SSL_CTX_set_max_proto_version(context_.get(), wanted.highest_version);
  SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
  SSL_CTX_set_security_level(context_.get(), 0);
  tls_.reset(SSL_new(context_.get()));
  if (!wanted.protocols.empty())
    SSL_set_alpn_protos(tls_.get(), reinterpret_cast<const unsigned char*>(wanted.protocols.data()),
                        static_cast<unsigned int>(wanted.protocols.size()));
  SSL_set_fd(tls_.get(), socket_);
  ERR_clear_error();
  if (SSL_connect(tls_.get()) != 1) {
    ::close(socket_);
    throw std::runtime_error("handshake");
  }
}

secure_client::~secure_client() {
  tls_.reset();
  ::close(socket_);
}

bool secure_client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    ERR_clear_error();
    const int taken = SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()));
    if (taken <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(taken));
  }
  return true;
}

std::string secure_client::read(std::size_t size) {
  std::array<char, 16'384> piece;
  while (unread_.size() < size) {
    ERR_clear_error();
    const int got = SSL_read(tls_.get(), piece.data(), static_cast<int>(piece.size()));
    if (got <= 0) break;
    unread_.append(piece.data(), static_cast<std::size_t>(got));
  }
  const std::string out = unread_.substr(0, size);
  unread_.erase(0, out.size());
  return out;
}

std::string secure_client::read_answer() {
  std::string out;
  while (!out.ends_with("\r\n\r\n")) {
    const std::string one = read(1);
    if (one.empty()) throw std::runtime_error("closed before an answer: " + out);
    out += one;
  }
  constexpr std::string_view name = "Content-Length: ";
  std::size_t size = 0;
  if (const std::size_t at = out.find(name); at != out.npos)
    std::from_chars(out.data() + at + name.size(), out.data() + out.size(), size);
  return out + read(size);
}

std::string secure_client::read_to_end() {
  std::string out = read(std::size_t{1} << 30);
  if ((SSL_get_shutdown(tls_.get()) & SSL_RECEIVED_SHUTDOWN) == 0)
    throw std::runtime_error("the end was not said by TLS");
  return out;
}

std::string secure_client::protocol() const {
  const unsigned char* name = nullptr;
  unsigned int size = 0;
  SSL_get0_alpn_selected(tls_.get(), &name, &size);
  return {reinterpret_cast<const char*>(name), size};
}
