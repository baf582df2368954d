// SHA-256, by which files are told apart.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tenon_bundles {

// Of a text that comes in pieces.
class digest {
 public:
  digest();
  ~digest();
  digest(const digest&) = delete;
  digest& operator=(const digest&) = delete;

  digest& add(std::string_view text);
  // 64 hexadecimal digits. Nothing may be added behind this.
  [[nodiscard]] std::string hex();

 private:
  struct state;
  std::unique_ptr<state> state_;
};

[[nodiscard]] std::string digest_of(std::string_view text);

}  // namespace tenon_bundles
