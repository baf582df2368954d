#include "identity_files.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "tenon/word/error.hpp"

namespace tenon::tls_door {

namespace {

[[noreturn]] void misconfigured(const std::string& text) { throw error(error_type::server_misconfigured, text); }

// What OpenSSL says, in its own words.
std::string reason() {
  const unsigned long code = ERR_peek_last_error();
  const char* const text = ERR_reason_error_string(code);
  ERR_clear_error();
  return text != nullptr ? text : "unknown error";
}

using file_pointer = std::unique_ptr<std::FILE, decltype([](std::FILE* open) { std::fclose(open); })>;

file_pointer open_file(const std::string& path, std::string_view what, std::string_view setting) {
  file_pointer file(std::fopen(path.c_str(), "re"));
  struct stat facts{};
  if (file && fstat(fileno(file.get()), &facts) == 0 && S_ISDIR(facts.st_mode)) {
    errno = EISDIR;
    file.reset();
  }
  if (!file)
    misconfigured("tls cannot read the " + std::string(what) + " " + path + ": " + std::strerror(errno) + ". Set " +
                  std::string(setting) + " to a PEM file that this process may read.");
  return file;
}

void use_certificate(SSL_CTX* context, const std::string& path) {
  static_cast<void>(open_file(path, "certificate", "tls.certificate"));
  if (SSL_CTX_use_certificate_chain_file(context, path.c_str()) == 1) return;
  misconfigured("tls cannot use the certificate " + path + " (" + reason() +
                "). Set tls.certificate to a PEM file that begins with the server's certificate, followed by those "
                "that lead to a root.");
}

using key_pointer = std::unique_ptr<EVP_PKEY, decltype([](EVP_PKEY* key) { EVP_PKEY_free(key); })>;

void use_key(SSL_CTX* context, const identity_files& files) {
  const file_pointer file = open_file(files.key, "key", "tls.key");
  bool has_passphrase = false;
  const auto no_passphrase = [](char*, int, int, void* asked) {
    *static_cast<bool*>(asked) = true;
    return -1;
  };
  const key_pointer key(PEM_read_PrivateKey(file.get(), nullptr, no_passphrase, &has_passphrase));
  if (has_passphrase)
    misconfigured("tls cannot use the key " + files.key +
                  ": it is encrypted, and there is nobody to ask for the passphrase. "
                  "Decrypt it into a file of mode 0600 (openssl pkey -in KEY -out PLAIN) and set tls.key to that.");
  if (!key)
    misconfigured("tls cannot use the key " + files.key + " (" + reason() +
                  "). Set tls.key to a PEM file with a private key.");
  if (X509_check_private_key(SSL_CTX_get0_certificate(context), key.get()) != 1) {
    ERR_clear_error();
    misconfigured("The key " + files.key + " does not belong to the certificate " + files.certificate +
                  ". Set tls.certificate and tls.key to two files that were made together.");
  }
  if (SSL_CTX_use_PrivateKey(context, key.get()) != 1)
    misconfigured("tls cannot use the key " + files.key + " (" + reason() + ").");
}

void warn_of_what_is_unwise(SSL_CTX* context, const identity_files& files, const tenon::log& log) {
  struct stat facts{};
  if (stat(files.key.c_str(), &facts) == 0 && (facts.st_mode & (S_IRGRP | S_IROTH)) != 0)
    log.warn("The key " + files.key + " can be read by others than its owner. Give it the mode 0600.");
  const X509* const certificate = SSL_CTX_get0_certificate(context);
  if (X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0)
    log.warn("The certificate " + files.certificate + " has expired. Clients will refuse it until it is replaced.");
  if (X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0)
    log.warn("The certificate " + files.certificate +
             " is not valid yet. Clients will refuse it, or the clock of this machine is wrong.");
}

// Of what a client offers by ALPN only HTTP/1.1 is spoken here; a client that offers nothing, or nothing of that, may
// try.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* size, const unsigned char* offered,
                    unsigned int offered_size, void*) {
  constexpr std::string_view http = "\x08http/1.1";
  unsigned char* found = nullptr;
  const int result = SSL_select_next_proto(&found, size, reinterpret_cast<const unsigned char*>(http.data()),
                                           static_cast<unsigned int>(http.size()), offered, offered_size);
  *chosen = found;
  return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

}  // namespace

void context_deleter::operator()(SSL_CTX* context) const noexcept { SSL_CTX_free(context); }

context_pointer make_context(const identity_files& files, const tenon::log& log) {
  if (files.certificate.empty() || files.key.empty())
    misconfigured(files.key.empty()
                      ? "tls.certificate is set, but tls.key is not. Set both, or neither to do without TLS."
                      : "tls.key is set, but tls.certificate is not. Set both, or neither to do without TLS.");
  if (files.minimum_version != "1.2" && files.minimum_version != "1.3")
    misconfigured("tls.minimum_version is \"" + files.minimum_version +
                  "\". Write 1.2 or 1.3; anything older is broken.");

  ERR_clear_error();
  context_pointer context(SSL_CTX_new(TLS_server_method()));
  if (!context) misconfigured("OpenSSL could not be initialised (" + reason() + ").");
  SSL_CTX_set_min_proto_version(context.get(), files.minimum_version == "1.3" ? TLS1_3_VERSION : TLS1_2_VERSION);
  SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE);
  SSL_CTX_set_session_cache_mode(context.get(),
                                 SSL_SESS_CACHE_OFF);  // clients resume by tickets, which cost no memory here
  SSL_CTX_set_alpn_select_cb(context.get(), &choose_protocol, nullptr);
  use_certificate(context.get(), files.certificate);
  use_key(context.get(), files);
  warn_of_what_is_unwise(context.get(), files, log);
  return context;
}

}  // namespace tenon::tls_door
