// `list settings`: every key that the program's extensions have, as their types say it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tenon/reflect/type_of.hpp"

namespace tenon_commands {

// One key. What scripts read: members are added, never renamed.
struct listed_setting {
  std::string extension, pointer;  // "/limits/body"
  std::string type;                // what it takes, in words: "a whole number between 0 and 65535"
  std::string value;               // the default as JSON; "***" for a secret
  std::string doc, unit;
  bool restart = false, secret = false;
};

// Adds the keys of one extension. `defaults` is the address of its settings as they are made.
void add_settings(std::vector<listed_setting>& to, std::string_view extension, const tenon::reflect::slot& settings,
                  void* defaults);

[[nodiscard]] std::string setting_table(const std::vector<listed_setting>& settings);
[[nodiscard]] std::string setting_json(const std::vector<listed_setting>& settings);

}  // namespace tenon_commands
