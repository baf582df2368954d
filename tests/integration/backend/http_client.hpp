// One connection to a server of this machine.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backend_test {

struct answer {
  int status = 0;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  [[nodiscard]] std::string header(std::string_view name) const;  // empty where there is none
};

struct ask {
  std::string method = "GET", target = "/";
  std::string token{};  // sent as a bearer token where it is not empty
  std::string body{}, content_type = "application/json";
  [[nodiscard]] std::string text() const;  // as it is sent
};

// Throws boost::system::system_error when the server closes, refuses, or says nothing for a minute.
class http_client {
 public:
  explicit http_client(int port);
  ~http_client();
  http_client(http_client&&) noexcept;

  void send(std::string_view text);
  [[nodiscard]] answer receive();

 private:
  struct connection;
  std::unique_ptr<connection> connection_;
};

// By a connection of its own.
[[nodiscard]] answer answer_to(int port, const ask& what);

}  // namespace backend_test
