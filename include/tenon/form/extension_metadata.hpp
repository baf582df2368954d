// What a custom application brings, in one shape whichever way it was written.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/extension_place.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon::form {

struct origin {
  form::level level = form::level::application;
  std::string file;                      // the ext.json that says it, as a path in the bundle
  std::vector<std::string> displaced{};  // those that said the same key, the farthest first
  friend bool operator==(const origin&, const origin&) = default;
};

struct definition_entry {
  json::raw schema{};
  form::origin origin{};
  friend bool operator==(const definition_entry&, const definition_entry&) = default;
};

struct function_parameter {
  std::string name{}, type{};
  bool required = false;
  friend bool operator==(const function_parameter&, const function_parameter&) = default;
};
struct function_entry {
  std::string name{};    // by which it is called
  std::string module{};  // a path in the bundle; empty where none is named
  std::string export_{}, description{};
  std::vector<function_parameter> parameters{};
  std::string return_type{};
  form::origin origin{};
  friend bool operator==(const function_entry&, const function_entry&) = default;
};

struct renderer_entry {
  std::string name{}, format{}, description{};
  std::string module{}, renderer{};       // the file, and what it exports
  std::string tester_module{}, tester{};  // likewise
  std::vector<std::string> dependencies{};
  form::origin origin{};
  friend bool operator==(const renderer_entry&, const renderer_entry&) = default;
};

template <class Entry>
using entries_by_key = std::map<std::string, Entry, std::less<>>;

// As JSON it is an object of three objects, which are there also where they are empty.
struct extension_metadata {
  entries_by_key<definition_entry> definitions{};
  entries_by_key<function_entry> functions{};
  entries_by_key<renderer_entry> renderers{};
  friend bool operator==(const extension_metadata&, const extension_metadata&) = default;
};

// Puts what is nearer over what is farther: by key, an entry as a whole, which keeps the names of those it displaces.
void merge(extension_metadata& farther, const extension_metadata& nearer);

// Of several that claim one format the nearest; of these the first by key. Null where nobody does.
[[nodiscard]] const renderer_entry* find_renderer(const extension_metadata& in, std::string_view format);

}  // namespace tenon::form
