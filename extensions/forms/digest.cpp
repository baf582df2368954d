#include "digest.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <cstddef>
#include <new>
#include <span>

#include "tenon/word/error.hpp"
#include "tenon/word/hexadecimal.hpp"

namespace tenon_forms {

std::string sha256_of(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
  return tenon::hexadecimal(std::span(out).first(size));
}

std::string new_id() {
  std::array<unsigned char, 16> out{};
  if (RAND_bytes(out.data(), static_cast<int>(out.size())) != 1)
    throw tenon::error(tenon::error_type::unknown, "The system gave no random numbers for the id of a file");
  return tenon::hexadecimal(out);
}

}  // namespace tenon_forms
