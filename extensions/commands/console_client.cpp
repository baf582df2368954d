#include "console_client.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "data_directory.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/settings/file_descriptor.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/finding.hpp"

namespace tenon_commands {

namespace {

using tenon::settings::file_descriptor;

[[noreturn]] void fail(std::string message) {
  throw tenon::error(tenon::error_type::server_misconfigured, std::move(message));
}

// Connects, or says why nobody answers there.
void connect(const file_descriptor& to, const std::string& directory, std::string_view program) {
  const file_descriptor folder(::open(directory.c_str(), O_DIRECTORY | O_RDONLY | O_CLOEXEC));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  // By the directory's descriptor: a path in the address has 107 characters at most.
  fmt::format("/proc/self/fd/{}/{}", folder.number(), tenon_console::socket_name)
      .copy(address.sun_path, sizeof address.sun_path - 1);
  if (folder.number() >= 0 && ::connect(to.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
    return;
  const int why = errno;
  if (folder.number() >= 0 && (why == EACCES || why == EPERM))
    fail(fmt::format("the console in {} is not yours: run this as the user that the program runs as", directory));
  // Who runs holds the directory.
  if (folder.number() >= 0 && is_held(directory))
    fail(fmt::format("the program that runs on {} has no console. Add console to its TENON_EXTENSIONS", directory));
  fail(fmt::format("no program runs on {}. Start one with `{} serve --data-dir {}`, or name another with --data-dir",
                   directory, program, directory));
}

}  // namespace

tenon_console::answer ask_console(const std::string& directory, const tenon_console::request& what,
                                  std::string_view program) {
  const file_descriptor to(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  connect(to, directory, program);
  std::string line = tenon::json::to_text(what);
  if (line.size() > tenon_console::longest_line) fail("that is longer than the console takes, which is 1 MiB");
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
  return *std::move(out);
}

}  // namespace tenon_commands
