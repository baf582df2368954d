// The files that a custom application brings, wherever they lie.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/report.hpp"

namespace tenon::form {

struct bundle_entry {
  std::string path;  // from the bundle's root, with `/`: `forms/visit/schema.json`
  bool is_folder = false;
  friend bool operator==(const bundle_entry&, const bundle_entry&) = default;
};

// No JSON file of a bundle may be larger, no bundle may have more entries.
inline constexpr std::size_t most_json_bytes = std::size_t{4} << 20U;
inline constexpr std::size_t most_entries = 100'000;

// Used by one thread at a time.
class bundle {
 public:
  bundle() = default;
  virtual ~bundle() = default;
  bundle(const bundle&) = delete;
  bundle& operator=(const bundle&) = delete;

  // Sorted by path, no path twice. A folder need not be listed for a file to lie in it.
  [[nodiscard]] virtual const std::vector<bundle_entry>& entries() const = 0;

  // What stands in the bundle and was left out of the entries, because nobody should read it. In the order of entries.
  [[nodiscard]] virtual const std::vector<bundle_finding>& problems() const = 0;

  // The whole file; none where there is no such one. Throws tenon::error where it cannot be read, or is larger than
  // most_json_bytes.
  [[nodiscard]] virtual std::optional<std::string> read(std::string_view path) const = 0;
};

}  // namespace tenon::form
