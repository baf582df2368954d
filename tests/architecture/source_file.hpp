// The tree as text: files and what they include.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace house {

struct inclusion {
  std::string name;  // without its quotes or brackets
  bool quoted = false;
};

struct source_file {
  std::string path;  // from the root of the tree
  std::vector<inclusion> includes{};
  std::vector<std::string> lines{};

  [[nodiscard]] bool is_header() const { return path.ends_with(".hpp"); }
  [[nodiscard]] bool in(std::string_view folder) const {
    return path.starts_with(folder) && path.substr(folder.size()).starts_with('/');
  }
};

source_file parsed(std::string path, const std::string& text);

// The sources below the folders named that the tree keeps: no build folder, nothing hidden.
std::vector<source_file> read_tree(const std::vector<std::string>& folders);

// The folder of `path` under `above`: folder_of("include/tenon/word/log.hpp", "include/tenon") is "word"; empty for a
// file that stands in `above` itself.
std::string folder_of(const std::string& path, std::string_view above);

}  // namespace house
