// Where a setting's value comes from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::settings {

// The later wins.
enum class rank : std::uint8_t { program, file, extension_config, environment, stored, assignment };

// A value that was set, by a source that nothing later overruled. What has no origin is a default.
struct origin {
  std::string pointer;  // "/http/port"
  std::string source;   // "config.json", "TENON_HTTP__PORT", "--set", "the program"
};

// The source of the value at the pointer, or of the object or list around it that was set as a whole; "default" where
// there is none.
[[nodiscard]] std::string_view source_of(const std::vector<origin>& origins, std::string_view pointer);

}  // namespace tenon::settings
