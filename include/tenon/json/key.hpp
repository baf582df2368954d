// A field's name as the wire spells it.
#pragma once

#include <string>
#include <string_view>

#include "tenon/json/wire.hpp"

namespace tenon::json {

// An underscore at the end, there because the name is a word of C++, is not part of the key.
template <class Put>
constexpr void spell(std::string_view field, keys style, Put put) {
  if (field.ends_with('_')) field.remove_suffix(1);
  bool raise = false;
  for (char c : field) {
    if (style == keys::camel && c == '_') {
      raise = true;
      continue;
    }
    put(raise && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    raise = false;
  }
}

[[nodiscard]] constexpr bool spells(std::string_view field, keys style, std::string_view key) {
  std::size_t at = 0;
  bool same = true;
  spell(field, style, [&](char c) {
    same = same && at < key.size() && key[at] == c;
    ++at;
  });
  return same && at == key.size();
}

[[nodiscard]] inline std::string spelt(std::string_view field, keys style) {
  std::string key;
  spell(field, style, [&](char c) { key += c; });
  return key;
}

}  // namespace tenon::json
