#include "tenon/sqlite/database_error.hpp"

#include <sqlite3.h>

#include <exception>
#include <utility>

#include "tenon/json/quoted.hpp"
#include "tenon/word/error.hpp"

namespace tenon::sqlite {

using tenon::error_type;

void throw_database_error(int sqlite_code, std::string_view reason, const std::string& path) {
  const auto say = [&](error_type type, std::string_view what, std::string_view remedy) {
    std::string text;
    text.append("The database file ").append(path).append(" ").append(what);
    text.append(" (").append(reason).append("). ").append(remedy);
    std::string debug = R"({"file":)";
    json::write_string(path, debug);
    throw tenon::error(type, {.message = std::move(text), .debug = std::move(debug.append("}"))});
  };
  switch (sqlite_code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      say(error_type::server_misconfigured, "is damaged or is no database",
          "Stop the program, keep a copy of the file, then restore a backup or rescue what is left with: sqlite3 FILE "
          ".recover");
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      say(error_type::server_misconfigured, "cannot be opened for writing",
          "Give the user that runs the program the right to write the file and its folder, or choose another data "
          "directory");
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      say(error_type::unknown, "is locked by another process",
          "Nothing was changed. Find the other process with: fuser FILE; end it, or choose another data directory");
      break;
    case SQLITE_FULL:
      say(error_type::unknown, "has no space left to grow", "Nothing was changed. Free some space on its disk");
      break;
    case SQLITE_IOERR:
      say(error_type::unknown, "could not be read or written",
          "Nothing was changed. Look at the disk: its space, quota and health");
      break;
    default:
      say(error_type::unknown, "refused an operation", "Nothing was changed");
  }
  throw tenon::error(error_type::unknown, "unreachable");
}

void rethrow_reworded(std::string_view message) {
  std::string reason;
  try {
    throw;
  } catch (const std::exception& failure) {
    reason = failure.what();
  } catch (...) {
    reason = "something that is no std::exception was thrown";
  }
  std::string debug = R"({"database":)";
  json::write_string(reason, debug);
  throw tenon::error(
      error_type::unknown,
      {.message = std::string(message), .debug = std::move(debug.append("}")), .cause = std::current_exception()});
}

}  // namespace tenon::sqlite
