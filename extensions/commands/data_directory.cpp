#include "data_directory.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "tenon/settings/file_descriptor.hpp"
#include "tenon/word/error.hpp"

namespace tenon_commands {

namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

[[noreturn]] void refuse(std::string message) {
  throw tenon::error(tenon::error_type::server_misconfigured, std::move(message));
}

constexpr const char* cure = "Choose another one with --data-dir DIR or TENON_DATA_DIR.";

std::string not_writable(const std::string& path, int reason) {
  const bool is_full = reason == ENOSPC || reason == EDQUOT;
  return fmt::format("the data directory {} is not writable: {}. {}{}", path, std::strerror(reason),
                     is_full ? "Free some space on its disk. " : "", cure);
}

// Who holds the lock wrote its process id into it.
std::string holder(int lock) {
  char text[32]{};
  const ssize_t size = ::pread(lock, text, sizeof text - 1, 0);
  return size > 0 ? fmt::format("process {}", std::string_view(text, static_cast<std::size_t>(size)))
                  : "another process";
}

}  // namespace

std::string choose_data_directory(const std::optional<std::string>& option, std::string_view program) {
  if (option) return *option;
  if (std::string set = variable("TENON_DATA_DIR"); !set.empty()) return set;
  const std::string system = fmt::format("/var/lib/{}", program);
  if (::access(system.c_str(), W_OK) == 0 || (errno == ENOENT && ::access("/var/lib", W_OK) == 0)) return system;
  if (const std::string state = variable("XDG_STATE_HOME"); !state.empty()) return fmt::format("{}/{}", state, program);
  return fmt::format("{}/.local/state/{}", variable("HOME"), program);
}

namespace {
// Whoever only asks whether it is held (is_held) holds it for a moment.
bool lock_soon(int file) {
  constexpr int most_tries = 20;
  for (int tries = 0; ::flock(file, LOCK_EX | LOCK_NB) != 0; ++tries) {
    if (errno != EINTR && (errno != EWOULDBLOCK || tries == most_tries)) return false;
    ::usleep(5'000);
  }
  return true;
}
}  // namespace

data_directory::data_directory(std::string path) : path_(std::move(path)) {
  std::error_code problem;
  if (!fs::is_directory(path_, problem)) {
    fs::create_directories(path_, problem);
    if (problem) refuse(fmt::format("the data directory {} cannot be made: {}. {}", path_, problem.message(), cure));
    ::chmod(path_.c_str(), S_IRWXU);
  }
  const std::string file = path_ + "/lock";
  lock_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (lock_ < 0) refuse(not_writable(path_, errno));
  if (!lock_soon(lock_)) {
    const std::string who = holder(lock_);
    ::close(lock_);
    refuse(fmt::format("the data directory {} is in use by {}. Stop that one, or {}", path_, who,
                       "choose another one with --data-dir DIR."));
  }
  // Over what stands there, which a full disk has room for: what was cut off first could not be had again.
  const std::string id = std::to_string(::getpid());
  const auto size = static_cast<ssize_t>(id.size());
  if (::pwrite(lock_, id.data(), id.size(), 0) != size || ::ftruncate(lock_, size) != 0) {
    const int reason = errno;
    ::close(lock_);
    refuse(not_writable(path_, reason));
  }
}

data_directory::~data_directory() { ::close(lock_); }

bool is_held(const std::string& path) {
  const tenon::settings::file_descriptor lock(::open((path + "/lock").c_str(), O_RDONLY | O_CLOEXEC));
  return lock.number() >= 0 && ::flock(lock.number(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

std::string data_directory_problem(const std::string& path) {
  std::error_code problem;
  if (fs::is_directory(path, problem)) return ::access(path.c_str(), W_OK | X_OK) == 0 ? "" : not_writable(path, errno);
  if (fs::exists(path, problem)) return fmt::format("the data directory {} is a file. {}", path, cure);
  // It will be made: then the nearest directory above it that is there must be writable.
  fs::path above = fs::absolute(path, problem);
  while (!above.empty() && !fs::exists(above, problem) && above != above.root_path()) above = above.parent_path();
  if (!fs::is_directory(above, problem))
    return fmt::format("the data directory {} cannot be made: {} is a file. {}", path, above.string(), cure);
  return ::access(above.c_str(), W_OK | X_OK) == 0
             ? ""
             : fmt::format("the data directory {} cannot be made: {} is not writable. {}", path, above.string(), cure);
}

}  // namespace tenon_commands
