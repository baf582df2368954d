#include "source_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace house {

namespace fs = std::filesystem;

source_file parsed(std::string path, const std::string& text) {
  static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
  source_file out{.path = std::move(path)};
  std::istringstream stream(text);
  bool in_raw_string = false;  // programs that a test writes are not the test's own includes
  for (std::string line; std::getline(stream, line); out.lines.push_back(line)) {
    std::smatch match;
    if (!in_raw_string && std::regex_match(line, match, include)) out.includes.push_back({match[2], match[1] == "\""});
    if (line.find("R\"(") != std::string::npos) in_raw_string = true;
    if (line.find(")\"") != std::string::npos) in_raw_string = false;
  }
  return out;
}

std::vector<source_file> read_tree(const std::vector<std::string>& folders) {
  std::vector<source_file> out;
  const fs::path root = TENON_SOURCE_DIR;
  for (const std::string& folder : folders) {
    if (!fs::exists(root / folder)) continue;
    for (auto at = fs::recursive_directory_iterator(root / folder); at != fs::recursive_directory_iterator(); ++at) {
      const std::string name = at->path().filename().string();
      if (name.starts_with('.') || name == "build") {
        at.disable_recursion_pending();
        continue;
      }
      if (!name.ends_with(".hpp") && !name.ends_with(".cpp")) continue;
      std::ostringstream text;
      text << std::ifstream(at->path()).rdbuf();
      out.push_back(parsed(fs::relative(at->path(), root).generic_string(), text.str()));
    }
  }
  std::ranges::sort(out, {}, &source_file::path);
  return out;
}

std::string folder_of(const std::string& path, std::string_view above) {
  const std::string rest = path.substr(above.size() + 1);
  const std::string::size_type slash = rest.find('/');
  return slash == std::string::npos ? std::string() : rest.substr(0, slash);
}

}  // namespace house
