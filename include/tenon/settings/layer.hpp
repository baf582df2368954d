// One thing that a source says: for which extension, where inside its settings, and how it gets there.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/reflect/type.hpp"
#include "tenon/settings/origin.hpp"
#include "tenon/word/finding.hpp"

namespace tenon::settings {

struct layer {
  settings::rank rank = rank::file;
  std::size_t extension = 0;  // its place among the known ones
  std::string source{};
  std::vector<std::string> path{};         // for a text: the steps to the value
  std::string text{};                      // for a text
  std::shared_ptr<const void> document{};  // for a document: what `apply` knows
  std::string member{};                    // for a document: the key of the extension in it; empty: the whole
  // Sets what this layer says. Pointers in `changed` begin with the extension's name; those of findings point into the
  // source.
  void (*apply)(const layer& self, std::string_view extension, const reflect::slot& place, void* to,
                std::vector<finding>& findings, std::vector<std::string>& changed) = nullptr;
};

// How a text in JSON becomes a list or an object, where the program reads JSON at all. Null where it does not.
using read_json = void (*)(const reflect::slot& place, void* to, std::string_view text, std::string_view pointer,
                           std::string_view source, std::vector<finding>& findings, std::vector<std::string>& changed);

}  // namespace tenon::settings
