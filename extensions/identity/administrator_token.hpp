// The administrator's token: made at the first start, kept in a file that only its owner can read.
#pragma once

#include <string>
#include <string_view>

namespace tenon_identity {

class administrator_token {
 public:
  // Reads the file, or makes it with 256 random bits where there is none: whole or not at all. A file that others can
  // read is closed to them. Throws tenon::error, naming the file: it cannot be read, made, or holds no token.
  explicit administrator_token(const std::string& path);

  // Takes the same time whatever the difference is.
  [[nodiscard]] bool matches(std::string_view token) const noexcept;

 private:
  std::string token_;
};

}  // namespace tenon_identity
