#include "database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <thread>

#include "database_error.hpp"
#include "schema.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

// SQLite would make the file readable for everybody, and it will hold the private key of the OpenID provider. The log
// and its index take over the rights of the file.
void make_file_if_missing(const std::string& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) {
    ::close(file);
    // The file's name must survive a power cut as well, and SQLite does not see to that.
    const std::string folder = std::filesystem::path(path).parent_path().string();
    const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory >= 0) {
      ::fsync(directory);
      ::close(directory);
    }
    return;
  }
  const int reason = errno;
  if (reason == EEXIST) return;
  const int code = reason == ENOSPC || reason == EDQUOT ? SQLITE_FULL : SQLITE_CANTOPEN;
  throw_database_error(code, std::generic_category().message(reason), path);
}

// Two processes that open a new file at once: SQLite reports the second's switch to the log as busy without waiting.
void switch_to_write_ahead_log(connection& on, std::chrono::milliseconds busy_timeout) {
  const auto until = std::chrono::steady_clock::now() + busy_timeout;
  for (;;) {
    try {
      query mode = on.select("PRAGMA journal_mode = WAL");
      while (mode.next()) {
      }
      return;
    } catch (const tenon::error&) {
      if (!on.was_busy() || std::chrono::steady_clock::now() >= until) throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

std::unique_ptr<connection> connect(const std::string& path, std::chrono::milliseconds busy_timeout) {
  auto made = std::make_unique<connection>(path, static_cast<int>(busy_timeout.count()));
  if (made->is_read_only()) throw_database_error(SQLITE_READONLY, "the file or its folder is read-only", path);
  switch_to_write_ahead_log(*made, busy_timeout);
  made->run("PRAGMA synchronous = FULL");
  return made;
}

}  // namespace

void database::open(const std::string& path, std::chrono::milliseconds busy_timeout) {
  if (path.empty())
    throw tenon::error(tenon::error_type::server_misconfigured,
                       "The local implementation was given no database file. Start the program with a data directory");
  // Absolute, because SQLite gives a meaning of its own to names such as `:memory:` and `file:x`.
  const std::string absolute = std::filesystem::absolute(path).lexically_normal().string();
  make_file_if_missing(absolute);
  auto writer = connect(absolute, busy_timeout);
  ensure_schema(*writer, absolute);
  auto reader = connect(absolute, busy_timeout);
  reader->run("PRAGMA query_only = 1");
  writer_ = std::move(writer);
  reader_ = std::move(reader);
}

void database::close() noexcept {
  reader_.reset();
  writer_.reset();
}

connection& database::opened(const std::unique_ptr<connection>& one) {
  if (one) return *one;
  throw tenon::error(tenon::error_type::server_misconfigured,
                     "The database of the local implementation is not open: the implementation has not started, or has "
                     "stopped");
}

void database::refuse_if_moved(const connection& to) {
  if (!to.has_moved()) return;
  throw tenon::error(tenon::error_type::server_misconfigured,
                     "The database file " + to.path() +
                         " was removed or replaced while the program runs. Nothing was changed. Move the file back, or "
                         "stop the program, put a backup there, and start it again");
}

}  // namespace tenon_local
