#include "rsa_key.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <array>

#include "base64url.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

template <auto Free>
struct freed_by {
  template <class T>
  void operator()(T* one) const noexcept {
    Free(one);
  }
};
using bio = std::unique_ptr<BIO, freed_by<BIO_free_all>>;
using big_number = std::unique_ptr<BIGNUM, freed_by<BN_free>>;
using digest_context = std::unique_ptr<EVP_MD_CTX, freed_by<EVP_MD_CTX_free>>;
using key_context = std::unique_ptr<EVP_PKEY_CTX, freed_by<EVP_PKEY_CTX_free>>;

constexpr int smallest_bits = 2048, largest_bits = 4096;

[[noreturn]] void throw_openssl_error(const char* operation) {
  std::array<char, 256> reason{};
  ERR_error_string_n(ERR_get_error(), reason.data(), reason.size());
  ERR_clear_error();
  throw tenon::error(tenon::error_type::unknown,
                     std::string("The cryptography library could not ") + operation + ": " + reason.data());
}

std::shared_ptr<EVP_PKEY> owned(EVP_PKEY* key) {
  return {key, [](EVP_PKEY* one) { EVP_PKEY_free(one); }};
}

bool is_usable(const EVP_PKEY* key) {
  return key != nullptr && EVP_PKEY_is_a(key, "RSA") == 1 && EVP_PKEY_get_bits(key) >= smallest_bits &&
         EVP_PKEY_get_bits(key) <= largest_bits;
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

big_number number_from(const boost::json::object& jwk, std::string_view name) {
  const boost::json::value* text = jwk.if_contains(name);
  if (text == nullptr || !text->is_string() || text->get_string().size() > 1024) return nullptr;
  const auto bytes = base64url_from(text->get_string());
  if (!bytes) return nullptr;
  return big_number(BN_bin2bn(bytes_of(*bytes), static_cast<int>(bytes->size()), nullptr));
}

std::string number_of(const EVP_PKEY* key, const char* name) {
  BIGNUM* raw = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &raw) != 1) throw_openssl_error("read an RSA key");
  const big_number number(raw);
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(raw)), '\0');
  BN_bn2bin(raw, reinterpret_cast<unsigned char*>(bytes.data()));
  return to_base64url(bytes);
}

}  // namespace

rsa_key rsa_key::generate() {
  EVP_PKEY* made = EVP_RSA_gen(smallest_bits);
  if (made == nullptr) throw_openssl_error("make an RSA key");
  return rsa_key(owned(made));
}

std::optional<rsa_key> rsa_key::from_pem(const std::string& pem) {
  const bio text(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  // An empty pass phrase, because without one OpenSSL would ask on the terminal.
  auto key = owned(PEM_read_bio_PrivateKey(text.get(), nullptr, nullptr, const_cast<char*>("")));
  ERR_clear_error();
  if (!is_usable(key.get())) return std::nullopt;
  return rsa_key(std::move(key));
}

std::optional<rsa_key> rsa_key::from_jwk(const boost::json::object& jwk) {
  const boost::json::value* type = jwk.if_contains("kty");
  const big_number n = number_from(jwk, "n"), e = number_from(jwk, "e");
  if (type == nullptr || *type != "RSA" || !n || !e) return std::nullopt;

  const std::unique_ptr<OSSL_PARAM_BLD, freed_by<OSSL_PARAM_BLD_free>> builder(OSSL_PARAM_BLD_new());
  if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
    throw_openssl_error("read a public key");
  const std::unique_ptr<OSSL_PARAM, freed_by<OSSL_PARAM_free>> parameters(OSSL_PARAM_BLD_to_param(builder.get()));
  const key_context context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
  EVP_PKEY* made = nullptr;
  if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
    ERR_clear_error();
    return std::nullopt;
  }
  auto key = owned(made);
  if (!is_usable(key.get())) return std::nullopt;
  return rsa_key(std::move(key));
}

std::string rsa_key::to_pem() const {
  const bio out(BIO_new(BIO_s_mem()));
  if (!out || PEM_write_bio_PKCS8PrivateKey(out.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
    throw_openssl_error("write an RSA key");
  char* begin = nullptr;
  const long size = BIO_get_mem_data(out.get(), &begin);
  return {begin, static_cast<std::size_t>(size)};
}

boost::json::object rsa_key::public_jwk(std::string_view kid) const {
  return {{"kty", "RSA"},
          {"n", number_of(key_.get(), OSSL_PKEY_PARAM_RSA_N)},
          {"e", number_of(key_.get(), OSSL_PKEY_PARAM_RSA_E)},
          {"alg", "RS256"},
          {"use", "sig"},
          {"kid", kid}};
}

std::string rsa_key::sign(std::string_view text) const {
  const digest_context context(EVP_MD_CTX_new());
  std::size_t size = 0;
  if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) != 1 ||
      EVP_DigestSign(context.get(), nullptr, &size, bytes_of(text), text.size()) != 1)
    throw_openssl_error("sign a token");
  std::string signature(size, '\0');
  if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes_of(text),
                     text.size()) != 1)
    throw_openssl_error("sign a token");
  signature.resize(size);
  return signature;
}

bool rsa_key::verify(std::string_view text, std::string_view signature) const {
  const digest_context context(EVP_MD_CTX_new());
  const bool holds =
      context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
      EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(text), text.size()) == 1;
  ERR_clear_error();  // a wrong signature leaves its reason behind, on this thread
  return holds;
}

}  // namespace tenon_local
