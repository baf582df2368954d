#include "digest.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <cstddef>
#include <new>
#include <span>

#include "tenon/word/error.hpp"

namespace tenon_forms {

namespace {

std::string in_hexadecimal(std::span<const unsigned char> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const unsigned char one : bytes) out.append(1, digits[one >> 4U]).append(1, digits[one & 15U]);
  return out;
}

}  // namespace

std::string sha256_of(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
  return in_hexadecimal(std::span(out).first(size));
}

std::string new_id() {
  std::array<unsigned char, 16> out{};
  if (RAND_bytes(out.data(), static_cast<int>(out.size())) != 1)
    throw tenon::error(tenon::error_type::unknown, "The system gave no random numbers for the id of a file");
  return in_hexadecimal(out);
}

}  // namespace tenon_forms
