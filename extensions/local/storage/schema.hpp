// The tables in the database file.
#pragma once

#include <string>

namespace tenon_local {

class connection;

// Makes them where they are missing. Throws server_misconfigured, and changes nothing, where the file belongs to
// another program or was written by a later version of this one. `path` is for the sentence.
void ensure_schema(connection& on, const std::string& path);

}  // namespace tenon_local
