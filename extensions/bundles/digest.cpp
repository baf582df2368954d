#include "digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <new>
#include <span>

#include "tenon/word/hexadecimal.hpp"

namespace tenon_bundles {

struct digest::state {
  struct freed {
    void operator()(EVP_MD_CTX* one) const noexcept { EVP_MD_CTX_free(one); }
  };
  std::unique_ptr<EVP_MD_CTX, freed> context{EVP_MD_CTX_new()};
};

digest::digest() : state_(std::make_unique<state>()) {
  if (!state_->context || EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
}
digest::~digest() = default;

digest& digest::add(std::string_view text) {
  if (EVP_DigestUpdate(state_->context.get(), text.data(), text.size()) != 1) throw std::bad_alloc();
  return *this;
}

std::string digest::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  if (EVP_DigestFinal_ex(state_->context.get(), bytes.data(), &size) != 1) throw std::bad_alloc();
  return tenon::hexadecimal(std::span(bytes).first(size));
}

std::string digest_of(std::string_view text) { return digest().add(text).hex(); }

}  // namespace tenon_bundles
