#include "process_facts.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <system_error>

namespace tenon_metrics {

namespace {

struct usage {
  std::uint64_t ticks = 0, started = 0;  // processor time, and the start since the system's, in clock ticks
  std::uint64_t virtual_bytes = 0, resident_pages = 0;
};

// proc(5): the name of the program may hold spaces, so what is counted begins behind its bracket, with the third field.
std::optional<usage> read_usage() {
  std::ifstream file("/proc/self/stat");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::size_t end = text.rfind(')');
  if (end == std::string::npos) return std::nullopt;
  std::istringstream fields(text.substr(end + 1));
  usage out;
  std::string ignored;
  for (int field = 3; field <= 24 && fields; ++field) {
    std::uint64_t number = 0;
    if (field < 14 || (field > 15 && field < 22))
      fields >> ignored;
    else
      fields >> number;
    if (field == 14 || field == 15) out.ticks += number;
    if (field == 22) out.started = number;
    if (field == 23) out.virtual_bytes = number;
    if (field == 24) out.resident_pages = number;
  }
  return fields ? std::optional(out) : std::nullopt;
}

// In seconds since 1970.
std::optional<std::uint64_t> system_start() {
  std::ifstream file("/proc/stat");
  for (std::string word; file >> word;) {
    std::uint64_t seconds = 0;
    if (word == "btime" && file >> seconds) return seconds;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> open_files() {
  std::error_code failure;
  std::uint64_t count = 0;
  for (std::filesystem::directory_iterator one("/proc/self/fd", failure), end; !failure && one != end;
       one.increment(failure))
    ++count;
  if (failure || count == 0) return std::nullopt;
  return count - 1;  // reading the folder takes one
}

}  // namespace

void tell_process_facts(exposition& out) {
  if (const std::optional<usage> now = read_usage()) {
    const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    out.family("process_cpu_seconds_total", exposition::kind::counter, "Processor time of the process.");
    out.sample({}, static_cast<double>(now->ticks) / ticks);
    out.family("process_virtual_memory_bytes", exposition::kind::gauge, "Addresses that the process has taken.");
    out.sample({}, now->virtual_bytes);
    out.family("process_resident_memory_bytes", exposition::kind::gauge, "Memory that the process has.");
    out.sample({}, now->resident_pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)));
    if (const std::optional<std::uint64_t> since = system_start()) {
      out.family("process_start_time_seconds", exposition::kind::gauge, "When the process started, since 1970.");
      out.sample({}, static_cast<double>(*since) + static_cast<double>(now->started) / ticks);
    }
  }
  if (const std::optional<std::uint64_t> count = open_files()) {
    out.family("process_open_fds", exposition::kind::gauge, "Files and sockets that are open.");
    out.sample({}, *count);
  }
  rlimit most{};
  if (::getrlimit(RLIMIT_NOFILE, &most) == 0) {
    out.family("process_max_fds", exposition::kind::gauge, "How many files and sockets may be open.");
    out.sample({}, static_cast<std::uint64_t>(most.rlim_cur));
  }
}

}  // namespace tenon_metrics
