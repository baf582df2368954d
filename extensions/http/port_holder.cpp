#include "port_holder.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <memory>
#include <string_view>
#include <vector>

namespace tenon::http1 {

namespace {

std::string content_of(const std::string& path) {
  std::string out;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return out;
  std::array<char, 4096> piece;
  for (ssize_t got = 0; (got = ::read(file, piece.data(), piece.size())) > 0;)
    out.append(piece.data(), static_cast<std::size_t>(got));
  ::close(file);
  return out;
}

std::string_view word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const std::string_view out = line.substr(0, line.find(' '));
  line.remove_prefix(out.size());
  return out;
}

// The inodes of the sockets that listen on the port: lines of "sl local:PORT remote state tx:rx tr:tm retrnsmt uid
// timeout inode".
void collect_inodes(std::string_view table, int port, std::vector<std::string>& found) {
  constexpr std::string_view listening = "0A";
  while (!table.empty()) {
    std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(line.size() + 1, table.size()));
    word(line);
    const std::string_view local = word(line);
    word(line);
    const std::string_view state = word(line);
    const std::size_t colon = local.rfind(':');
    int its_port = -1;
    if (colon == local.npos || state != listening) continue;
    std::from_chars(local.data() + colon + 1, local.data() + local.size(), its_port, 16);
    if (its_port != port) continue;
    for (int skipped = 0; skipped < 5; ++skipped) word(line);
    found.push_back("socket:[" + std::string(word(line)) + "]");
  }
}

using directory = std::unique_ptr<DIR, decltype([](DIR* open) { ::closedir(open); })>;

bool holds_one(const std::string& process, const std::vector<std::string>& inodes) {
  const std::string folder = process + "/fd";
  const directory files(::opendir(folder.c_str()));
  if (!files) return false;
  while (const dirent* const entry = ::readdir(files.get())) {
    std::array<char, 64> target;
    const ssize_t size = ::readlink((folder + "/" + entry->d_name).c_str(), target.data(), target.size());
    if (size <= 0) continue;
    for (const std::string& inode : inodes)
      if (inode == std::string_view(target.data(), static_cast<std::size_t>(size))) return true;
  }
  return false;
}

}  // namespace

std::string holder_of_port(int port) {
  std::vector<std::string> inodes;
  collect_inodes(content_of("/proc/net/tcp"), port, inodes);
  collect_inodes(content_of("/proc/net/tcp6"), port, inodes);
  const directory processes(inodes.empty() ? nullptr : ::opendir("/proc"));
  if (processes) {
    while (const dirent* const entry = ::readdir(processes.get())) {
      const std::string_view id = entry->d_name;
      if (id.find_first_not_of("0123456789") != id.npos) continue;
      const std::string process = "/proc/" + std::string(id);
      if (!holds_one(process, inodes)) continue;
      std::string name = content_of(process + "/comm");
      while (!name.empty() && name.back() == '\n') name.pop_back();
      return name + " (process " + std::string(id) + ")";
    }
  }
  return "another process, perhaps one of another user or of a container";
}

}  // namespace tenon::http1
