// The database file of the stand-alone implementation: opened once, used by every thread.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "connection.hpp"

namespace tenon_local {

// Write-ahead log, synchronous=FULL: when `write` has returned, the change survives a kill and a power cut. Several
// processes may have the file open; each waits for the other's writes.
//
// Any thread may call `read` and `write`. Readers share one connection and writers another, so a reader never waits for
// the disk under a writer. The work must not call either again.
class database {
 public:
  database() = default;  // closed: every operation throws server_misconfigured
  explicit database(const std::string& path, std::chrono::milliseconds busy_timeout = std::chrono::seconds(5)) {
    open(path, busy_timeout);
  }

  // Makes the file (mode 0600) and the tables where they are missing. Not while other threads use it. About 1 ms for an
  // existing file. Throws server_misconfigured for a file that cannot be used: damaged in what is read here (its first
  // page), read-only, another program's, written by a later version.
  void open(const std::string& path, std::chrono::milliseconds busy_timeout = std::chrono::seconds(5));
  void close() noexcept;

  // `work(connection&)` sees what was committed before.
  template <class F>
  decltype(auto) read(F&& work) {
    std::scoped_lock lock(reading_);
    return std::forward<F>(work)(opened(reader_));
  }
  // `work(connection&)` is one transaction: whole, or not at all when it throws. Throws server_misconfigured where the
  // file was removed or replaced: what would be written is gone when the program ends.
  template <class F>
  decltype(auto) write(F&& work) {
    std::scoped_lock lock(writing_);
    connection& to = opened(writer_);
    refuse_if_moved(to);
    return to.transaction(std::forward<F>(work));
  }

 private:
  static connection& opened(const std::unique_ptr<connection>& one);
  static void refuse_if_moved(const connection& to);

  std::mutex reading_, writing_;
  std::unique_ptr<connection> reader_, writer_;
};

}  // namespace tenon_local
