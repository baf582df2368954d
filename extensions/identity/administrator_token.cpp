#include "administrator_token.hpp"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include "tenon/settings/durable_file.hpp"
#include "tenon/settings/file_descriptor.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/hexadecimal.hpp"

namespace tenon_identity {

namespace {

constexpr std::size_t random_bytes = 32;
constexpr std::size_t token_size = 2 * random_bytes;

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw tenon::error(tenon::error_type::server_misconfigured, "the administrator's token " + path + " " + what);
}

std::string new_token(const std::string& path) {
  std::array<unsigned char, random_bytes> bytes{};
  if (RAND_bytes(bytes.data(), random_bytes) != 1) fail(path, "cannot be made: the system gives no random numbers.");
  return tenon::hexadecimal(bytes);
}

// None where there is no such file.
std::optional<std::string> read_token(const std::string& path) {
  const tenon::settings::file_descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) {
    if (errno == ENOENT) return std::nullopt;
    fail(path, std::string("cannot be read: ") + std::strerror(errno) + ".");
  }
  struct stat facts{};
  if (::fstat(file.number(), &facts) == 0 && (facts.st_mode & (S_IRWXG | S_IRWXO)) != 0 &&
      ::fchmod(file.number(), S_IRUSR | S_IWUSR) != 0)
    fail(path, "can be read by others, and that cannot be changed. Delete it to get a new one.");
  std::array<char, token_size + 2> text{};
  const ssize_t size = ::read(file.number(), text.data(), text.size());
  std::string_view token(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  while (token.ends_with('\n')) token.remove_suffix(1);
  if (token.size() != token_size || token.find_first_not_of("0123456789abcdef") != std::string_view::npos)
    fail(path, "holds no token. Delete it, and the next start makes a new one.");
  return std::string(token);
}

// Linked into place when it is complete, so that a crash leaves no half of it and two processes make one. Its name
// is on the disk, too, before it is used.
void write_token(const std::string& path, const std::string& token) {
  const std::string draft = path + ".new." + std::to_string(::getpid());
  ::unlink(draft.c_str());
  const tenon::settings::file_descriptor file(
      ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  const std::string line = token + "\n";
  const bool written = file.number() >= 0 &&
                       ::write(file.number(), line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
                       ::fsync(file.number()) == 0 && (::link(draft.c_str(), path.c_str()) == 0 || errno == EEXIST);
  const int reason = errno;
  ::unlink(draft.c_str());
  const std::string why = written ? tenon::settings::keep_names_beside(path) : std::strerror(reason);
  if (!why.empty()) fail(path, "cannot be written: " + why + ". Look at the disk: its room, its mode and its health.");
}

}  // namespace

administrator_token::administrator_token(const std::string& path) {
  std::optional<std::string> found = read_token(path);
  if (!found) {
    write_token(path, new_token(path));
    found = read_token(path);
    if (!found) fail(path, "is gone again as soon as it is made.");
  }
  token_ = *std::move(found);
}

bool administrator_token::matches(std::string_view token) const noexcept {
  return token.size() == token_.size() && CRYPTO_memcmp(token.data(), token_.data(), token_.size()) == 0;
}

}  // namespace tenon_identity
