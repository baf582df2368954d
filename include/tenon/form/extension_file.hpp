// One ext.json, read and judged by itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/extension_metadata.hpp"
#include "tenon/form/json_file.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

enum class claimed : std::uint8_t { definition, function, function_name, renderer, format };

// That an entry wants a word for itself.
struct claim {
  claimed what;
  std::string word, key;  // the key of the entry, which is the word where a key is claimed
  std::string pointer;
  std::size_t line = 0;
};

struct module_use {
  std::string written, path;
  std::string pointer;
  std::size_t line = 0;
};

struct extension_file {
  std::string path;
  extension_metadata says{};          // its good entries
  std::vector<claim> claims{};        // in the order of the text, as are the modules
  std::vector<module_use> modules{};  // none that leads out of the bundle
  bool is_good = false;               // no error was found
  std::optional<json_file> read{};    // none where it is no JSON
};

// Every mistake that shows without a look at other files goes into the report.
[[nodiscard]] extension_file read_extension_file(std::string_view path, std::string_view text, report& to);

// For one that is there and cannot be read.
[[nodiscard]] bundle_finding unreadable_extension_file(std::string_view path, std::string_view why);

}  // namespace tenon::form
