#include "uuid.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <cstdint>

#include "tenon/word/error.hpp"
#include "tenon/word/hexadecimal.hpp"

namespace tenon_local {

namespace {

using uuid_bytes = std::array<unsigned char, 16>;

std::string text_of(uuid_bytes bytes, unsigned version) {
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0fU) | (version << 4U));
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3fU) | 0x80U);
  std::string text = tenon::hexadecimal(bytes);
  for (const std::size_t at : {20U, 16U, 12U, 8U}) text.insert(at, 1, '-');
  return text;
}

}  // namespace

std::string make_uuid_v7(tenon::timestamp now) {
  uuid_bytes bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
    throw tenon::error(tenon::error_type::unknown, "The system gave no random numbers for a new id");
  auto milliseconds = static_cast<std::uint64_t>(now.time_since_epoch().count());
  for (std::size_t i = 6; i-- > 0; milliseconds >>= 8U) bytes[i] = static_cast<unsigned char>(milliseconds & 0xffU);
  return text_of(bytes, 7);
}

std::string uuid_v5(std::string_view name) {
  const std::string text = std::string(16, '\0').append(name);  // the nil namespace, then the name
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha1(), nullptr) != 1)
    throw tenon::error(tenon::error_type::unknown, "The cryptography library refused to compute a SHA-1 digest");
  uuid_bytes bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = digest[i];
  return text_of(bytes, 5);
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool joint = i == 8 || i == 13 || i == 18 || i == 23;
    if (joint ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

}  // namespace tenon_local
