// The tables in a database file, and whose they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tenon::sqlite {

class connection;

struct schema {
  std::string_view owner;       // "the local implementation", for sentences
  std::int64_t application_id;  // SQLite keeps it in the file's header, and no file of somebody else is written to
  std::int64_t version;         // from 1; a later one is refused
  // Makes what is missing, in a transaction, and sets the pragmas application_id and user_version to the above.
  void (*make)(connection& on);
};

// Makes them where they are missing. Throws server_misconfigured, and changes nothing, where the file belongs to
// another program or was written by a later version of this one. A file without an application_id counts as its own as
// long as the tables fit.
void ensure_schema(connection& on, const schema& wanted);

}  // namespace tenon::sqlite
