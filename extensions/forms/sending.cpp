#include "sending.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <new>

namespace tenon_forms {

bool is_key(std::string_view text) noexcept {
  constexpr std::size_t longest = 64;
  return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  });
}

std::string sending_of(std::string_view key, std::string_view actor, std::string_view body) {
  // What stands before the body says how long it is, so where it ends is no matter of what it holds.
  const std::string all =
      std::string(key).append(" ").append(std::to_string(actor.size())).append(" ").append(actor).append(body);
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  if (EVP_Digest(all.data(), all.size(), bytes.data(), &size, EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (unsigned i = 0; i < size; ++i) out.append(1, digits[bytes[i] >> 4U]).append(1, digits[bytes[i] & 15U]);
  return out;
}

}  // namespace tenon_forms
