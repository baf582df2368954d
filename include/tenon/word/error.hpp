// The one exception that crosses a joint, and the table that says which status it has over HTTP.
#pragma once

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
  std::string_view name;  // as it is written on the wire
  int status;
};

// Total: a type without a row is an error wherever this is included, whatever warnings are asked for there.
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wswitch"
[[nodiscard]] constexpr error_row row_of(error_type type) noexcept {
  switch (type) {
    case error_type::invalid_request:
      return {"invalid_request", 400};
    case error_type::capability_not_available:
      return {"capability_not_available", 400};
    case error_type::missing_token:
      return {"missing_token", 401};
    case error_type::invalid_token:
      return {"invalid_token", 401};
    case error_type::expired_token:
      return {"expired_token", 401};
    case error_type::wrong_signature:
      return {"wrong_signature", 401};
    case error_type::access_denied:
      return {"access_denied", 403};
    case error_type::not_found:
      return {"not_found", 404};
    case error_type::server_misconfigured:
      return {"server_misconfigured", 500};
    case error_type::unknown:
      break;
  }
  return {"unknown", 500};  // what is no type, too
}
#pragma GCC diagnostic pop

[[nodiscard]] constexpr std::string_view to_string(error_type type) noexcept { return row_of(type).name; }
[[nodiscard]] constexpr int status_of(error_type type) noexcept { return row_of(type).status; }

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
