// A database file: opened once, used by every thread.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "tenon/sqlite/connection.hpp"
#include "tenon/sqlite/schema.hpp"

namespace tenon::sqlite {

// Write-ahead log, synchronous=FULL: when a write has returned, the change survives a kill and a power cut. Several
// processes may have the file open; each waits for the other's writes.
//
// Any thread may read and write. Writers share one connection, readers have others, so a reader never waits for the
// disk under a writer. The work must not call the database again: a writer's would wait for itself, and read what was
// before it, so it is refused with server_misconfigured.
class database {
 public:
  struct how {
    std::chrono::milliseconds busy_timeout = std::chrono::seconds(5);
    std::size_t readers = 1;  // at most so many read at a time; their connections are opened when they are needed
  };

  database() = default;  // closed: every operation throws server_misconfigured

  // Makes the file (mode 0600) and the tables where they are missing. Not while other threads use it. About 1 ms for an
  // existing file. Throws server_misconfigured for a file that cannot be used: damaged in what is read here (its first
  // page), read-only, another program's, written by a later version.
  void open(const std::string& path, const schema& tables, const how& options);
  void close() noexcept;

  // `work(connection&)` sees what was committed before. A transaction that it leaves open is taken back.
  template <class F>
  decltype(auto) read(F&& work) {
    refuse_within_a_write();
    const lease one(*this);
    return std::forward<F>(work)(*one.on);
  }
  // `work(connection&)` is one transaction: whole, or not at all when it throws. Throws server_misconfigured where the
  // file was removed or replaced: what would be written is gone when the program ends.
  template <class F>
  decltype(auto) write(F&& work) {
    refuse_within_a_write();
    std::scoped_lock lock(writing_);
    const mark_of_the_writer mine(writes_now_);
    connection& to = opened(writer_);
    refuse_if_moved(to);
    return to.transaction(std::forward<F>(work));
  }
  // The same, in one commit with whoever else writes meanwhile, because a commit waits for the disk. `work` runs on the
  // thread of any of them, and once more where another one took the whole transaction back.
  template <class F>
  auto write_together(F work) {
    using result = decltype(work(std::declval<connection&>()));
    if constexpr (std::is_void_v<result>) {
      joined mine{[](void* self, connection& on) { (*static_cast<F*>(self))(on); }, &work};
      write_joined(mine);
    } else {
      struct with_result {
        F& work;
        std::optional<result> made{};
      } both{work};
      joined mine{[](void* self, connection& on) {
                    auto& own = *static_cast<with_result*>(self);
                    own.made.emplace(own.work(on));
                  },
                  &both};
      write_joined(mine);
      return *std::move(both.made);
    }
  }

 private:
  struct lease {
    explicit lease(database& from) : of(from), on(from.take_reader()) {}
    ~lease() { of.give_back(std::move(on)); }
    lease(const lease&) = delete;
    lease& operator=(const lease&) = delete;
    database& of;
    std::unique_ptr<connection> on;
  };
  // Under the lock.
  struct mark_of_the_writer {
    explicit mark_of_the_writer(std::atomic<std::thread::id>& in) : is(in) { is = std::this_thread::get_id(); }
    ~mark_of_the_writer() { is = std::thread::id(); }
    mark_of_the_writer(const mark_of_the_writer&) = delete;
    mark_of_the_writer& operator=(const mark_of_the_writer&) = delete;
    std::atomic<std::thread::id>& is;
  };
  // One for each who waits, with a lock of its own: who is woken waits for nobody again. It is shared with who tells,
  // because who is told goes away.
  struct word {
    std::mutex mutex;
    std::condition_variable came;
    bool is_given = false;
  };
  struct joined {
    void (*run)(void* work, connection& on);
    void* work;
    std::exception_ptr failure{};
    enum class part { waits, leads, is_done } part = part::waits;  // who leads commits for all
    std::shared_ptr<word> told{};
  };

  std::unique_ptr<connection> take_reader();
  void give_back(std::unique_ptr<connection> one) noexcept;
  void write_joined(joined& mine);
  void commit(std::vector<joined*>& all) noexcept;
  void write_alone(joined& one) noexcept;
  [[nodiscard]] bool take_newcomers(std::vector<joined*>& into);
  static void wait_for_word(joined& mine);
  static void tell(joined& one, enum joined::part what) noexcept;
  void end_commit(const std::vector<joined*>& all) noexcept;
  connection& opened(const std::unique_ptr<connection>& one) const;
  [[noreturn]] void fail_closed() const;
  void refuse_within_a_write() const;
  static void refuse_if_moved(const connection& to);

  std::string path_{};
  std::string owner_{};
  how how_{};
  std::mutex writing_;
  std::atomic<std::thread::id> writes_now_{};
  std::unique_ptr<connection> writer_;
  std::mutex idle_mutex_;
  std::condition_variable reader_is_back_;
  std::vector<std::unique_ptr<connection>> idle_{};
  std::size_t readers_ = 0;  // there are, idle or not
  std::mutex queue_mutex_;
  std::vector<joined*> queue_{};
  bool someone_leads_ = false;
  std::size_t wrote_last_ = 0;  // so many in the last commit
};

}  // namespace tenon::sqlite
