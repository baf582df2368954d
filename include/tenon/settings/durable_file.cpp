#include "tenon/settings/durable_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "tenon/settings/file_descriptor.hpp"

namespace tenon::settings {

namespace {

bool write_whole(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0;
}

}  // namespace

std::optional<std::string> read_file(const std::string& path, std::string& why) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  std::string content;
  char part[4096];
  if (file)
    for (std::size_t n = 0; (n = std::fread(part, 1, sizeof part, file.get())) != 0;) content.append(part, n);
  if (file && std::ferror(file.get()) == 0) return content;
  why = std::strerror(errno);
  return std::nullopt;
}

std::string replace_file(const std::string& path, std::string_view content) {
  const std::string draft = std::string(path).append(draft_ending);
  const auto failed = [&] {
    const int reason = errno;
    ::unlink(draft.c_str());
    return std::string(std::strerror(reason));
  };
  ::unlink(draft.c_str());
  const file_descriptor file(::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (file.number() < 0 || !write_whole(file.number(), content)) return failed();
  if (std::rename(draft.c_str(), path.c_str()) != 0) return failed();
  return keep_names_beside(path);
}

// The folder is a file of its own.
std::string keep_names_beside(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const file_descriptor folder(
      ::open(slash == path.npos ? "." : path.substr(0, slash + 1).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const bool is_done = folder.number() < 0 || ::fsync(folder.number()) == 0 || errno == EINVAL || errno == EOPNOTSUPP;
  return is_done ? std::string() : std::strerror(errno);
}

}  // namespace tenon::settings
