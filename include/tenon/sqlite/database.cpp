#include "tenon/sqlite/database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <thread>

#include "tenon/sqlite/database_error.hpp"
#include "tenon/word/error.hpp"

namespace tenon::sqlite {

namespace {

// SQLite would make the file readable for everybody, and it may hold private keys. The log and its index take over the
// rights of the file.
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
    } catch (const error&) {
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

std::unique_ptr<connection> connect_reader(const std::string& path, std::chrono::milliseconds busy_timeout) {
  auto made = connect(path, busy_timeout);
  made->run("PRAGMA query_only = 1");
  return made;
}

// Each thread its own: one that several catch is for none of them to change.
std::exception_ptr copy_of(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const error& refused) {
    return std::make_exception_ptr(refused);
  } catch (...) {
    return failure;
  }
}

}  // namespace

void database::open(const std::string& path, const schema& tables, const how& options) {
  owner_ = tables.owner;
  if (path.empty())
    throw error(error_type::server_misconfigured,
                owner_ + " was given no database file. Start the program with a data directory");
  // Absolute, because SQLite gives a meaning of its own to names such as `:memory:` and `file:x`.
  path_ = std::filesystem::absolute(path).lexically_normal().string();
  how_ = options;
  how_.readers = std::max<std::size_t>(how_.readers, 1);
  make_file_if_missing(path_);
  auto writer = connect(path_, how_.busy_timeout);
  ensure_schema(*writer, tables);
  idle_.clear();
  readers_ = 0;
  idle_.reserve(how_.readers);
  idle_.push_back(connect_reader(path_, how_.busy_timeout));
  readers_ = 1;
  writer_ = std::move(writer);
}

void database::close() noexcept {
  idle_.clear();
  readers_ = 0;
  writer_.reset();
}

std::unique_ptr<connection> database::take_reader() {
  {
    std::unique_lock lock(idle_mutex_);
    if (readers_ == 0) fail_closed();
    reader_is_back_.wait(lock, [&] { return !idle_.empty() || readers_ < how_.readers; });
    if (!idle_.empty()) {
      std::unique_ptr<connection> one = std::move(idle_.back());
      idle_.pop_back();
      return one;
    }
    ++readers_;
  }
  try {
    return connect_reader(path_, how_.busy_timeout);
  } catch (...) {
    {
      const std::lock_guard lock(idle_mutex_);
      --readers_;
    }
    reader_is_back_.notify_one();
    throw;
  }
}

void database::give_back(std::unique_ptr<connection> one) noexcept {
  one->roll_back_if_open();  // or whoever reads next would see what was true then
  {
    const std::lock_guard lock(idle_mutex_);
    idle_.push_back(std::move(one));  // has the room: there are never more than `open` reserved
  }
  reader_is_back_.notify_one();
}

void database::write_joined(joined& mine) {
  refuse_within_a_write();
  {
    const std::lock_guard lock(queue_mutex_);
    if (someone_leads_)
      mine.told = std::make_shared<word>();
    else
      mine.part = joined::part::leads;
    queue_.push_back(&mine);
    someone_leads_ = true;
  }
  if (mine.told) wait_for_word(mine);
  if (mine.part == joined::part::leads) {
    std::vector<joined*> all;
    {
      const std::lock_guard lock(queue_mutex_);
      all.swap(queue_);
    }
    commit(all);
    end_commit(all);
  }
  if (mine.failure) std::rethrow_exception(mine.failure);
}

// One that throws is taken back alone; where the commit fails, it fails for all. A statement may take back the whole
// transaction (INSERT OR ROLLBACK, a full disk): then each of the others is done by itself.
void database::commit(std::vector<joined*>& all) noexcept {
  // What then is said of the transaction is only that it has gone.
  std::exception_ptr end;
  bool is_taken_back = false;
  try {
    write([&](connection& on) {
      std::size_t next = 0;
      do {
        for (; next < all.size(); ++next) {
          joined* one = all[next];
          on.run("SAVEPOINT joined");
          bool has_run = false;
          try {
            one->run(one->work, on);
            has_run = true;
            on.run("RELEASE joined");
          } catch (...) {
            one->failure = end = std::current_exception();
            is_taken_back = !has_run && !on.is_in_transaction();
            if (is_taken_back) throw;
            on.run("ROLLBACK TO joined");
            on.run("RELEASE joined");
            end = nullptr;
          }
        }
      } while (take_newcomers(all));
    });
  } catch (...) {
    if (!end) end = std::current_exception();
    for (joined* one : all)
      if (!one->failure && is_taken_back)
        write_alone(*one);
      else if (!one->failure)
        one->failure = copy_of(end);
  }
}

void database::write_alone(joined& one) noexcept {
  try {
    write([&](connection& on) { one.run(one.work, on); });
  } catch (...) {
    one.failure = std::current_exception();
  }
}

// Whoever wrote in the last commit has just been woken and may write again: they are given a moment to come, or they
// would wait for this commit, and commits would be twice as many. Who writes alone waits for nobody.
bool database::take_newcomers(std::vector<joined*>& into) {
  constexpr int moments = 5;
  for (int moment = 0;; ++moment) {
    {
      const std::lock_guard lock(queue_mutex_);
      if (!queue_.empty()) {
        into.insert(into.end(), queue_.begin(), queue_.end());
        queue_.clear();
        return true;
      }
      if (into.size() >= wrote_last_ || moment == moments) return false;
    }
    std::this_thread::yield();
  }
}

void database::end_commit(const std::vector<joined*>& all) noexcept {
  joined* next = nullptr;
  {
    const std::lock_guard lock(queue_mutex_);
    wrote_last_ = all.size();
    someone_leads_ = !queue_.empty();
    if (someone_leads_) next = queue_.front();
  }
  if (next != nullptr) tell(*next, joined::part::leads);
  for (joined* one : all) tell(*one, joined::part::is_done);
}

// It is gone as soon as it has been told.
void database::tell(joined& one, enum joined::part what) noexcept {
  const std::shared_ptr<word> told = one.told;
  one.part = what;
  if (!told) return;  // it leads, and has not waited
  {
    const std::lock_guard lock(told->mutex);
    told->is_given = true;
  }
  told->came.notify_one();
}

void database::wait_for_word(joined& mine) {
  std::unique_lock lock(mine.told->mutex);
  mine.told->came.wait(lock, [&] { return mine.told->is_given; });
}

connection& database::opened(const std::unique_ptr<connection>& one) const {
  if (!one) fail_closed();
  return *one;
}

void database::fail_closed() const {
  throw error(error_type::server_misconfigured,
              owner_.empty() ? std::string("The database is not open: who it belongs to has not started")
                             : "The database of " + owner_ + " is not open: it has not started, or has stopped");
}

void database::refuse_within_a_write() const {
  if (writes_now_.load(std::memory_order_relaxed) != std::this_thread::get_id()) return;
  throw error(
      error_type::server_misconfigured,
      "The database of " + owner_ +
          " was asked by the work of a transaction in it, which would wait for itself. Inside db.batch use what "
          "it gives you, as in `db.batch([&](auto& all) { all.write(...); })`");
}

void database::refuse_if_moved(const connection& to) {
  if (!to.has_moved()) return;
  throw error(error_type::server_misconfigured,
              "The database file " + to.path() +
                  " was removed or replaced while the program runs. Nothing was changed. Move the file back, or "
                  "stop the program, put a backup there, and start it again");
}

}  // namespace tenon::sqlite
