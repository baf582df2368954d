// Scopes and resources as JSON has them, in tokens and in the database.
#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tenon/word/passport.hpp"

namespace tenon_local {

[[nodiscard]] boost::json::value json_of(const std::vector<tenon::scope>& scopes);
[[nodiscard]] boost::json::value json_of(
    const std::optional<std::vector<tenon::resource>>& resources);  // null for none

// Nothing where it is not an array of strings. A scope that is not known here grants nothing and is left out.
[[nodiscard]] std::optional<std::vector<tenon::scope>> scopes_from(const boost::json::value& value);
// Nothing where it is not an array of objects with the strings `id` and `type`.
[[nodiscard]] std::optional<std::vector<tenon::resource>> resources_from(const boost::json::value& value);

// Who has a key with a resource of the type `app` is the application of that id, which acts for the key's user. Empty:
// there is none.
[[nodiscard]] std::string application_among(const std::vector<tenon::resource>& resources);

}  // namespace tenon_local
