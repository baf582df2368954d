#include "console_client.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <thread>
#include <vector>

#include "data_directory.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/settings/file_descriptor.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/finding.hpp"

namespace tenon_commands {

namespace {

using tenon::settings::file_descriptor;

// Between two tries of reaching a program that is starting or ending.
constexpr std::chrono::milliseconds between_tries{20};
constexpr int tries_at_most = 500;

[[noreturn]] void fail(std::string message) {
  throw tenon::error(tenon::error_type::server_misconfigured, std::move(message));
}

// Zero, or the reason for which it does not connect.
int connect(const file_descriptor& to, const std::string& directory) {
  const file_descriptor folder(::open(directory.c_str(), O_DIRECTORY | O_RDONLY | O_CLOEXEC));
  if (folder.number() < 0) return errno;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  // By the directory's descriptor: a path in the address has 107 characters at most.
  fmt::format("/proc/self/fd/{}/{}", folder.number(), tenon_console::socket_name)
      .copy(address.sun_path, sizeof address.sun_path - 1);
  return ::connect(to.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ? 0 : errno;
}

[[noreturn]] void reach_nobody(std::string message) {
  throw program_not_reached(tenon::error_type::server_misconfigured, std::move(message));
}

[[noreturn]] void fail_to_connect(int why, const std::string& directory, std::string_view program) {
  if (why == EACCES || why == EPERM)
    reach_nobody(
        fmt::format("the console in {} is not yours: run this as the user that the program runs as", directory));
  // Who runs holds the directory.
  if (is_held(directory))
    throw console_unreachable(
        tenon::error_type::server_misconfigured,
        fmt::format("the console of the program that runs on {} cannot be reached: its log says why, or console is not "
                    "among its TENON_EXTENSIONS",
                    directory));
  reach_nobody(
      fmt::format("no program runs on {}. Start one with `{} serve --data-dir {}`, or name another with --data-dir",
                  directory, program, directory));
}

file_descriptor a_socket() { return file_descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)); }

}  // namespace

tenon_console::answer ask_console(const std::string& directory, const tenon_console::request& what,
                                  std::string_view program) {
  const file_descriptor to = a_socket();
  if (const int why = connect(to, directory); why != 0) fail_to_connect(why, directory, program);
  std::string line = tenon::json::to_text(what);
  if (line.size() > tenon_console::longest_line) fail("that is longer than the console takes, which is 1 MiB");
  for (const std::string& one : what.words)
    if (!tenon::json::is_utf8(one)) fail("a word is no UTF-8, and would not arrive as it is");
  line += '\n';
  for (std::string_view rest = line; !rest.empty();) {
    const ssize_t size = ::send(to.number(), rest.data(), rest.size(), MSG_NOSIGNAL);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) break;
    rest.remove_prefix(static_cast<std::size_t>(size));
  }
  std::string said;
  char part[4096];
  for (;;) {
    const ssize_t size = ::read(to.number(), part, sizeof part);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) break;
    said.append(part, static_cast<std::size_t>(size));
  }
  std::vector<tenon::finding> findings;
  auto out = tenon::json::from_text<tenon_console::answer>(said, findings, {.max_bytes = 1U << 26U});
  if (!out) fail(fmt::format("the program that runs on {} gave no answer; its log may say why", directory));
  if (out->is_ending) throw console_has_ended();
  return *std::move(out);
}

void await_console(const std::string& directory) {
  for (int tries = 0; tries < tries_at_most && is_held(directory); ++tries) {
    const int why = connect(a_socket(), directory);
    if (why == 0 || why == EACCES || why == EPERM) return;
    std::this_thread::sleep_for(between_tries);
  }
}

std::unique_ptr<data_directory> hold_or_await_console(const std::string& directory, bool& reached) {
  for (int tries = 0; tries < tries_at_most; ++tries) {
    if (!is_held(directory)) {
      try {
        return std::make_unique<data_directory>(directory);
      } catch (const tenon::error&) {  // somebody else may have been faster, who has made it then
        std::error_code unseen;
        if (!std::filesystem::is_directory(directory, unseen) || !data_directory_problem(directory).empty()) throw;
      }
    }
    const int why = connect(a_socket(), directory);
    reached = why == 0;
    if (reached || why == EACCES || why == EPERM) return nullptr;
    std::this_thread::sleep_for(between_tries);
  }
  return nullptr;
}

}  // namespace tenon_commands
