// The one exception that crosses a joint, and the table that says which status it has over HTTP.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

namespace tenon {

enum class error_type : std::uint8_t {
  invalid_request,
  capability_not_available,
  missing_token,
  invalid_token,
  expired_token,
  wrong_signature,
  access_denied,
  not_found,
  server_misconfigured,
  unknown,
};

struct error_row {
  error_type type;
  std::string_view name;  // as it is written on the wire
  int status;
};

inline constexpr std::array error_table{
    error_row{error_type::invalid_request, "invalid_request", 400},
    error_row{error_type::capability_not_available, "capability_not_available", 400},
    error_row{error_type::missing_token, "missing_token", 401},
    error_row{error_type::invalid_token, "invalid_token", 401},
    error_row{error_type::expired_token, "expired_token", 401},
    error_row{error_type::wrong_signature, "wrong_signature", 401},
    error_row{error_type::access_denied, "access_denied", 403},
    error_row{error_type::not_found, "not_found", 404},
    error_row{error_type::server_misconfigured, "server_misconfigured", 500},
    error_row{error_type::unknown, "unknown", 500},
};

// Total: every error type has its row, at its own index. A new type without a row does not compile.
static_assert(error_table.size() == static_cast<std::size_t>(error_type::unknown) + 1 && [] {
  for (std::size_t i = 0; i < error_table.size(); ++i)
    if (static_cast<std::size_t>(error_table[i].type) != i) return false;
  return true;
}());

[[nodiscard]] constexpr std::string_view to_string(error_type type) noexcept {
  return error_table[static_cast<std::size_t>(type)].name;
}
[[nodiscard]] constexpr int status_of(error_type type) noexcept {
  return error_table[static_cast<std::size_t>(type)].status;
}

struct error_options {
  std::string message{};  // shown to the user; empty: "RuntError: <type>", the text that clients of the original know
  std::string data{};     // a JSON object for the client; empty: {}
  std::string debug{};    // a JSON object, sent only while the server runs in debug mode
  std::exception_ptr cause{};
};

// An operation that fails throws this. Whatever else is thrown counts as `unknown`: logged whole, answered without
// detail.
class error : public std::exception {
 public:
  explicit error(error_type type, error_options options = {}) : type_(type), options_(std::move(options)) {
    if (options_.message.empty()) options_.message = std::string("RuntError: ").append(to_string(type));
  }
  error(error_type type, std::string message) : error(type, error_options{.message = std::move(message)}) {}

  [[nodiscard]] error_type type() const noexcept { return type_; }
  [[nodiscard]] int status() const noexcept { return status_of(type_); }
  [[nodiscard]] const std::string& message() const noexcept { return options_.message; }
  [[nodiscard]] const std::string& data() const noexcept { return options_.data; }
  [[nodiscard]] const std::string& debug() const noexcept { return options_.debug; }
  [[nodiscard]] const std::exception_ptr& cause() const noexcept { return options_.cause; }
  [[nodiscard]] const char* what() const noexcept override { return options_.message.c_str(); }

 private:
  error_type type_;
  error_options options_;
};

}  // namespace tenon
