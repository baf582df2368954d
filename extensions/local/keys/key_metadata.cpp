#include "key_metadata.hpp"

#include <boost/json.hpp>

#include "../token/iso_time.hpp"
#include "scopes_and_resources.hpp"

namespace tenon_local {

namespace json = boost::json;

std::string metadata_of(const tenon::api_key& key) {
  json::object out{{"scopes", json_of(key.scopes)},
                   {"expiresAt", to_iso_time(key.expires_at)},
                   {"userGenerated", key.user_generated}};
  if (key.resources) out["resources"] = json_of(key.resources);
  if (key.name) out["name"] = *key.name;
  return json::serialize(out);
}

bool read_metadata(std::string_view text, tenon::api_key& key) {
  json::error_code failure;
  const json::value value = json::parse(text, failure);
  if (failure || !value.is_object()) return false;
  const json::object& fields = value.get_object();
  const auto present = [&](std::string_view name) -> const json::value* {
    const json::value* found = fields.if_contains(name);
    return found == nullptr || found->is_null() ? nullptr : found;
  };

  const json::value* scopes = present("scopes");
  auto known = scopes != nullptr ? scopes_from(*scopes) : std::nullopt;
  const json::value* expires = present("expiresAt");
  const auto time = expires != nullptr && expires->is_string() ? iso_time_from(expires->get_string()) : std::nullopt;
  const json::value* user_generated = present("userGenerated");
  if (!known || !time || user_generated == nullptr || !user_generated->is_bool()) return false;
  key.scopes = std::move(*known);
  key.expires_at = *time;
  key.user_generated = user_generated->get_bool();
  if (const json::value* resources = present("resources")) {
    key.resources = resources_from(*resources);
    if (!key.resources) return false;
  }
  if (const json::value* name = present("name")) {
    if (!name->is_string()) return false;
    key.name = std::string(name->get_string());
  }
  return true;
}

}  // namespace tenon_local
