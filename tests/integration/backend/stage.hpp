// A server on a data directory of its own, and what a client does with it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "child.hpp"
#include "http_client.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace backend_test {

class data_directory {
 public:
  [[nodiscard]] std::filesystem::path path() const { return folder_.path(); }
  [[nodiscard]] std::string administrator_token() const;

 private:
  tenon::testing::scratch_folder folder_{};
};

inline constexpr std::string_view local = TENON_BACKEND_LOCAL, none = TENON_BACKEND_NONE;

// Tokens outlive the port of one run, so the issuer is the same in each.
inline const std::vector<std::string> known_address{"PATH=/usr/bin:/bin",
                                                    "AUTH_ISSUER=http://localhost:8080/local_oidc"};
inline const std::vector<std::string> no_address{"PATH=/usr/bin:/bin"};

// `serve` on a port that the system chooses, unless `port` is one.
class server {
 public:
  explicit server(const data_directory& data, std::string_view program = local, int port = 0,
                  const std::vector<std::string>& more = {},
                  const std::vector<std::string>& environment = known_address);

  // Zero: it does not listen, and `process().output()` says why.
  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] child& process() { return process_; }
  [[nodiscard]] answer ask(const backend_test::ask& what) const { return answer_to(port_, what); }

  [[nodiscard]] answer get(std::string target, std::string token = {}) const;
  [[nodiscard]] answer create(std::string token, std::string members = {}) const;
  // The secret of a new key; empty where it was not made.
  [[nodiscard]] std::string key(std::string token, std::string members = {}) const;

 private:
  child process_;
  int port_ = 0;
};

// What a command of the program printed until it ended.
struct ended {
  int exit_code;
  std::string output;
};
[[nodiscard]] ended run(const std::vector<std::string>& words, const std::vector<std::string>& environment = {});

// The ids of a list of keys, in order.
[[nodiscard]] std::vector<std::string> ids_in(const answer& list);

// One text of a JSON object; empty where it is not there.
[[nodiscard]] std::string member(const answer& from, std::string_view key);

}  // namespace backend_test
