#include "line_socket.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <exception>
#include <system_error>
#include <utility>

#include "contract.hpp"
#include "tenon/settings/file_descriptor.hpp"

namespace tenon_console {

namespace {

using tenon::settings::file_descriptor;
using clock = std::chrono::steady_clock;

constexpr std::chrono::seconds patience{5};
constexpr int pause_in_milliseconds = 200;

std::string reason() { return std::error_code(errno, std::generic_category()).message(); }

// Reached through the directory's own descriptor: a path in the address has 107 characters at most.
sockaddr_un address_in(const file_descriptor& directory) {
  sockaddr_un out{};
  out.sun_family = AF_UNIX;
  const std::string path =
      std::string("/proc/self/fd/").append(std::to_string(directory.number())).append("/").append(socket_name);
  path.copy(out.sun_path, sizeof out.sun_path - 1);
  return out;
}

bool is_administrator(int connection) {
  ucred who{};
  socklen_t size = sizeof who;
  return ::getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 &&
         (who.uid == 0 || who.uid == ::geteuid());
}

int milliseconds_until(clock::time_point then) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(then - clock::now()).count();
  return left > 0 ? static_cast<int>(left) : 0;
}

}  // namespace

line_socket::line_socket(const std::string& directory, answer to, std::string ending, tenon::log log)
    : answer_(std::move(to)), ending_(std::move(ending)), log_(log) {
  listen(directory);
  if (listener_ < 0) return;
  try {
    thread_ = std::thread([this] { serve(); });
  } catch (const std::system_error& problem) {
    problem_ = std::string("there is no thread for it: ").append(problem.what());
  }
}
line_socket::~line_socket() {
  // First, so that whoever has connected is turned away, and whoever comes later finds nothing.
  if (!path_.empty()) ::unlink(path_.c_str());
  if (thread_.joinable()) {
    while (::write(end_[1], "", 1) < 0 && errno == EINTR) continue;
    thread_.join();
  }
  for (int one : {listener_, end_[0], end_[1]})
    if (one >= 0) ::close(one);
}

void line_socket::listen(const std::string& directory) {
  const std::string path = std::string(directory).append("/").append(socket_name);
  const file_descriptor folder(::open(directory.c_str(), O_DIRECTORY | O_RDONLY | O_CLOEXEC));
  const file_descriptor made(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const auto fails = [&](const char* what) { problem_ = std::string(path).append(what).append(reason()); };
  if (folder.number() < 0 || made.number() < 0) return fails(" cannot be made: ");
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return fails(" is in the way and cannot be removed: ");
  const sockaddr_un address = address_in(folder);
  // Nobody can connect before listen(), and by then the mode is right.
  if (::bind(made.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    return fails(" cannot be made: ");
  path_ = path;
  if (::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0 || ::listen(made.number(), 8) != 0 || ::pipe2(end_, O_CLOEXEC) != 0)
    return fails(" cannot be listened to: ");
  ::fcntl(made.number(), F_SETFL, O_NONBLOCK);  // whoever is turned away is not waited for
  listener_ = ::fcntl(made.number(), F_DUPFD_CLOEXEC, 0);
  if (listener_ < 0) fails(" cannot be listened to: ");
}

void line_socket::serve() {
  for (bool is_out = false;;) {
    pollfd awaited[] = {{listener_, POLLIN, 0}, {end_[0], POLLIN, 0}};
    if (::poll(awaited, 2, -1) < 0 && errno != EINTR) return;
    if (awaited[1].revents != 0) return turn_away();
    if (awaited[0].revents == 0) continue;
    const file_descriptor connection(::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (connection.number() < 0) {
      // Somebody may have hung up; or the process is out of descriptors, and the connection waits until it has one.
      if (errno != EMFILE && errno != ENFILE && errno != ENOBUFS && errno != ENOMEM) continue;
      if (!std::exchange(is_out, true)) log_.warn("the console cannot take a connection: " + reason());
      ::poll(&awaited[1], 1, pause_in_milliseconds);
      continue;
    }
    is_out = false;
    if (is_administrator(connection.number())) talk(connection.number());
  }
}

// Who has connected and was not heard any more.
void line_socket::turn_away() {
  for (;;) {
    const file_descriptor connection(::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (connection.number() < 0) return;
    char unread[4096];
    while (::read(connection.number(), unread, sizeof unread) > 0) continue;
    if (is_administrator(connection.number())) send_whole(connection.number(), ending_);
  }
}

void line_socket::talk(int connection) {
  const clock::time_point end = clock::now() + patience;
  std::string line;
  for (char part[4096]; line.find('\n') == std::string::npos;) {
    if (line.size() > longest_line) return log_.warn("the console was told a line of more than 1 MiB, and hung up");
    pollfd awaited[] = {{connection, POLLIN, 0}, {end_[0], POLLIN, 0}};
    const int ready = ::poll(awaited, 2, milliseconds_until(end));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return;
    if (awaited[1].revents != 0) return send_whole(connection, ending_);
    const ssize_t size = ::read(connection, part, sizeof part);
    if (size > 0)
      line.append(part, static_cast<std::size_t>(size));
    else if (size == 0 || (errno != EAGAIN && errno != EINTR))
      return;
  }
  line.resize(line.find('\n'));
  std::string out;
  try {
    out = answer_(line);
  } catch (const std::exception& problem) {
    return log_.error(std::string("the console gave no answer: ").append(problem.what()));
  }
  send_whole(connection, out);
}

// Also while the program ends: what has been done is told.
void line_socket::send_whole(int connection, std::string_view text) const {
  while (!text.empty()) {
    pollfd awaited{connection, POLLOUT, 0};
    const int ready = ::poll(&awaited, 1, milliseconds_until(clock::now() + patience));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return;
    const ssize_t size = ::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
    if (size > 0)
      text.remove_prefix(static_cast<std::size_t>(size));
    else if (errno != EAGAIN && errno != EINTR)
      return;
  }
}

}  // namespace tenon_console
