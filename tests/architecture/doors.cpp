// Which library may be included where.
#include <array>
#include <set>
#include <string_view>

#include "rules.hpp"

namespace house {

namespace {

struct door_row {
  std::string_view header;                // what the name of an included header begins with
  std::array<std::string_view, 6> rooms;  // the folders that may
};
// The first row that fits decides.
constexpr std::array doors{
    door_row{"boost/version.hpp", {"include/tenon", "extensions"}},
    door_row{"boost/hana/", {"include/tenon/meta"}},
    door_row{"boost/pfr/", {"include/tenon/reflect"}},
    door_row{"boost/json", {"include/tenon/json", "include/tenon/form/schema", "extensions/local"}},
    door_row{"boost/url", {"extensions/local"}},
    door_row{"boost/archive/iterators/", {"include/tenon/reflect"}},
    door_row{"boost/beast/", {"extensions/http", "include/tenon/multipart", "include/tenon/web_socket"}},
    door_row{"boost/asio/ssl", {"extensions/tls"}},
    door_row{"boost/asio/buffer.hpp",
             {"include/tenon/multipart", "extensions/http", "extensions/tls", "include/tenon/web_socket"}},
    door_row{"boost/asio/", {"extensions/http", "extensions/tls", "include/tenon/web_socket"}},
    door_row{"openssl/ssl", {"extensions/tls"}},
    door_row{"openssl/",
             {"extensions/bundles", "extensions/forms", "extensions/tls", "extensions/identity", "extensions/local"}},
    door_row{"boost/multi_index", {"extensions/data"}},
    door_row{"sqlite3.h", {"include/tenon/sqlite"}},
    door_row{"minizip/", {"include/tenon/form"}},
    door_row{"valijson/", {"include/tenon/form/schema"}},
    door_row{"re2/", {"include/tenon/form/schema"}},
    door_row{"histedit.h", {"extensions/commands"}},
    door_row{"CLI/", {"extensions/commands", "tools"}},
    door_row{"fmt/",
             {"include/tenon/composition", "include/tenon/json", "include/tenon/reflect", "include/tenon/settings",
              "extensions", "examples"}},
};

// The kernel's and the C library's own headers belong to everybody but words and concepts.
constexpr std::array posix{"arpa/", "netinet/", "sys/"};
const std::set<std::string_view> posix_headers{"dirent.h", "fcntl.h",  "netdb.h",   "poll.h", "pthread.h", "sched.h",
                                               "signal.h", "stdlib.h", "termios.h", "time.h", "unistd.h"};
constexpr std::array umbrellas{"boost/hana.hpp", "boost/pfr.hpp", "boost/beast.hpp", "boost/asio.hpp"};

bool is_standard(std::string_view name) { return name.find_first_of("/.") == std::string_view::npos; }
bool is_posix(std::string_view name) {
  for (const std::string_view folder : posix)
    if (name.starts_with(folder)) return true;
  return posix_headers.contains(name);
}

std::string verdict(const source_file& file, const std::string& name) {
  for (const std::string_view umbrella : umbrellas)
    if (name == umbrella) return "is an umbrella: include the single headers that are needed";
  // What only runs where everything is at hand may use what it likes, behind the same small headers.
  if (file.in("tests") || file.path.find("/tests/") != std::string::npos || file.in("include/tenon/testing")) return {};
  if (name == "iostream") return "brings static streams into every program: write to a log, or with std::fputs";
  if (is_standard(name)) return {};
  const bool pure =
      file.in("include/tenon/word") || file.in("include/tenon/concepts") || file.in("include/tenon/diagnostic");
  if (pure) return "is not of the standard library, which is all that words, concepts and diagnostics stand on";
  if (is_posix(name)) return {};
  for (const door_row& row : doors) {
    if (!name.starts_with(row.header)) continue;
    for (const std::string_view room : row.rooms)
      if (!room.empty() && file.in(room)) return {};
    return "belongs behind another door: see tests/architecture/doors.cpp";
  }
  return "is of a library without a door: give it one in tests/architecture/doors.cpp";
}

}  // namespace

findings libraries_outside_their_door(const std::vector<source_file>& tree) {
  findings out;
  for (const source_file& file : tree)
    for (const inclusion& one : file.includes) {
      if (one.quoted || one.name.starts_with("tenon/") || file.in("examples/provider_package")) continue;
      if (const std::string why = verdict(file, one.name); !why.empty())
        out.push_back(file.path + ": <" + one.name + "> " + why);
    }
  return out;
}

}  // namespace house
