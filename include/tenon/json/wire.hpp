// How aggregates stand on a wire: spelling of keys, strictness, limits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace tenon::json {

enum class keys : std::uint8_t {
  as_written,  // user_generated
  camel,       // userGenerated
};
enum class unknown : std::uint8_t { refused, ignored };
// A key that is not there: refused (a std::optional may always be missing), or the field keeps the value that it has.
enum class missing : std::uint8_t { refused, kept };
// A std::optional without a value: left out, or null.
enum class absent : std::uint8_t { omitted, null };

// Use it at the call: `json::from_text<order>(body, findings, {.keys = json::keys::camel})`.
struct wire {
  json::keys keys = keys::as_written;
  json::unknown unknown = unknown::refused;
  json::missing missing = missing::refused;
  json::absent absent = absent::omitted;
  std::size_t indent = 0;             // spaces for each level when writing; 0: one line
  std::size_t max_bytes = 1U << 20U;  // of a text that is read
  std::size_t max_depth = 32;         // brackets in brackets, at most 64
  std::string_view source = {};       // goes into the findings
};

// The wire of the original's clients.
inline constexpr wire camel_case{.keys = keys::camel};

}  // namespace tenon::json
