#include "certificates.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <memory>
#include <stdexcept>

namespace {

using key_pointer = std::unique_ptr<EVP_PKEY, decltype([](EVP_PKEY* key) { EVP_PKEY_free(key); })>;
using certificate_pointer = std::unique_ptr<X509, decltype([](X509* one) { X509_free(one); })>;
using text_pointer = std::unique_ptr<BIO, decltype([](BIO* text) { BIO_free(text); })>;

std::string text_of(BIO* from) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(from, &data);
  return {data, static_cast<std::size_t>(size)};
}

}  // namespace

std::string key_folder::file(const std::string& name, const std::string& content) const {
  const int file = ::open(path(name).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0 || ::write(file, content.data(), content.size()) != static_cast<ssize_t>(content.size()))
    throw std::runtime_error("cannot write " + path(name));
  ::close(file);
  return path(name);
}

made_identity make_identity(long since, long until) {
  const key_pointer key(EVP_EC_gen("P-256"));
  const certificate_pointer made(X509_new());
  X509_set_version(made.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), -since);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), until);
  X509_set_pubkey(made.get(), key.get());
  X509_NAME* const name = X509_get_subject_name(made.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(made.get(), name);
  X509_sign(made.get(), key.get(), EVP_sha256());

  made_identity out;
  const text_pointer certificate(BIO_new(BIO_s_mem())), plain(BIO_new(BIO_s_mem())), encrypted(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(certificate.get(), made.get());
  PEM_write_bio_PrivateKey(plain.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  char passphrase[] = "secret";
  PEM_write_bio_PKCS8PrivateKey(encrypted.get(), key.get(), EVP_aes_128_cbc(), passphrase, 6, nullptr, nullptr);
  out.certificate = text_of(certificate.get());
  out.key = text_of(plain.get());
  out.encrypted_key = text_of(encrypted.get());
  if (out.certificate.empty() || out.key.empty() || out.encrypted_key.empty())
    throw std::runtime_error("no certificate was made");
  return out;
}
