// The column `metadata` of a key: scopes, resources, expiresAt, name and userGenerated as one JSON object.
#pragma once

#include <string>
#include <string_view>

#include "tenon/word/api_key.hpp"

namespace tenon_local {

[[nodiscard]] std::string metadata_of(const tenon::api_key& key);

// Fills those fields of `key`. False, with `key` half filled, where the text is not such an object.
[[nodiscard]] bool read_metadata(std::string_view text, tenon::api_key& key);

}  // namespace tenon_local
