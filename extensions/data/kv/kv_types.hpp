// What goes into and comes out of the key-value store.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/word/raw_json.hpp"

namespace tenon_data {

// Seconds since 1970. From then on nobody finds the value.
using unix_seconds = std::int64_t;

struct kv_entry {
  std::string key{};
  tenon::json::raw value{};
  friend bool operator==(const kv_entry&, const kv_entry&) = default;
};
struct kv_item {
  std::string key{};
  tenon::json::raw value{};
  std::optional<unix_seconds> expire_at{};
};

// In the order of their keys, by bytes.
struct kv_range {
  std::string prefix{};                     // of the keys; empty: all
  std::string after{};                      // keys behind this one; empty: from the first on
  std::optional<std::size_t> most{};        // none: as many as there are
  std::optional<std::size_t> most_bytes{};  // of keys and values together, but one in any case; likewise
};
struct kv_page {
  std::vector<kv_entry> entries{};
  std::string cursor{};  // `after` of the next page; empty: there is none
};

// Whose values: a user's in an application, or an extension's.
struct kv_space {
  std::string owner{};  // the user's id; empty: an extension
  std::string app{};    // `app:` and the application, `global` for none; or the extension
};

// As clients of the original say which application's values they mean.
struct kv_options {
  std::optional<std::string> app_uuid{};
};

struct kv_limits {
  std::size_t key_bytes = 1024;
  std::size_t value_bytes = 400U * 1024U;
  // All keys and values of a user together, with what a row costs beside.
  std::size_t user_bytes = 64U * 1024U * 1024U;
  // Of an answer to a client: how many keys it may ask for at once, and how much it gets for it.
  std::size_t keys = 1000;
  std::size_t answer_bytes = 8U * 1024U * 1024U;
};

// Of a number in JSON; of anything else itself.
[[nodiscard]] inline std::string negated(std::string_view number) {
  if (number.find_first_of("-0123456789") != 0) return std::string(number);
  return number.starts_with('-') ? std::string(number.substr(1)) : std::string("-").append(number);
}

}  // namespace tenon_data
