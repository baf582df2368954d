// The framework knows where a custom application's files lie, and none of them.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string_view>

#include "rules.hpp"

namespace house {

namespace {

// The places that every application has; in a sentence about others a name stands in brackets.
constexpr std::array known{"app/index.html", "app/forms/ext.json", "forms/ext.json"};

bool is_known(std::string_view path) {
  while (path.ends_with('.')) path.remove_suffix(1);
  return path.find_first_of("<{") != std::string_view::npos || std::ranges::find(known, path) != known.end();
}

// Words of the framework's own after which an example is called too: an option of the command line, a kind of figure.
constexpr std::array own_words{"events", "counter"};

// Without what stands behind a comment's mark.
std::string code_of(const std::string& line) { return line.substr(0, line.find("//")); }

// Each word in quotes before a colon, two objects deep in one of `sections`: what an ext.json says it brings.
void put_entries(const std::string& text, std::set<std::string>& to) {
  static const std::set<std::string> sections{"definitions", "functions", "renderers"};
  std::vector<std::string> inside;  // the keys of the objects around
  std::string word;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') {
      const std::size_t end = text.find('"', i + 1);
      word = text.substr(i + 1, end - i - 1);
      i = end;
    } else if (text[i] == ':' && !inside.empty() && sections.contains(inside.back()) &&
               (inside.size() == 2 || inside[1] == "schemas")) {
      to.insert(word);
    } else if (text[i] == '{') {
      inside.push_back(word);
    } else if (text[i] == '}') {
      inside.pop_back();
    }
  }
}

// Texts in quotes that are a name or a path, and nothing of a sentence.
const std::regex& plain_literal() {
  static const std::regex all(R"(["']([A-Za-z0-9_./-]+)["'])");
  return all;
}

}  // namespace

std::set<std::string> names_of_applications() {
  namespace fs = std::filesystem;
  std::set<std::string> out;
  for (const char* where : {"examples", "presets"})
    for (const fs::directory_entry& one : fs::directory_iterator(fs::path(TENON_SOURCE_DIR) / where)) {
      if (!one.is_directory()) continue;
      out.insert(one.path().filename().string());
      if (!fs::exists(one.path() / "bundle")) continue;
      for (const fs::directory_entry& file : fs::recursive_directory_iterator(one.path() / "bundle")) {
        if (file.path().filename() == "schema.json") out.insert(file.path().parent_path().filename().string());
        if (file.path().filename() != "ext.json") continue;
        std::ifstream text(file.path());
        put_entries({std::istreambuf_iterator<char>(text), {}}, out);
      }
    }
  for (const char* own : own_words) out.erase(own);
  // An application that is called as a room or an extension is there to show it.
  for (const char* own : {"extensions", "include/tenon"})
    for (const fs::directory_entry& one : fs::directory_iterator(fs::path(TENON_SOURCE_DIR) / own))
      out.erase(one.path().filename().string());
  return out;
}

findings names_of_applications_in(const std::vector<source_file>& tree, const std::set<std::string>& names) {
  findings out;
  for (const source_file& file : tree)
    for (std::size_t i = 0; i < file.lines.size() && file.path.find("/tests/") == std::string::npos; ++i) {
      const std::string code = code_of(file.lines[i]);
      if (code.starts_with("#include")) continue;
      for (std::sregex_iterator at(code.begin(), code.end(), plain_literal()), end; at != end; ++at) {
        static const std::regex step("[^./]+");
        const std::string said = (*at)[1];
        for (std::sregex_iterator part(said.begin(), said.end(), step); part != end; ++part)
          if (names.contains(part->str()))
            out.push_back(file.path + ":" + std::to_string(i + 1) + " names '" + part->str() +
                          "', which is an application, or what one brings");
      }
    }
  return out;
}

findings paths_into_applications(const std::vector<source_file>& tree) {
  static const std::regex into(R"(["' ](app|forms|renderers)/[A-Za-z0-9_.{}<>/-]+)");
  findings out;
  for (const source_file& file : tree)
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string code = code_of(file.lines[i]);
      for (std::sregex_iterator at(code.begin(), code.end(), into), end; at != end; ++at)
        if (!is_known(at->str().substr(1)))
          out.push_back(file.path + ":" + std::to_string(i + 1) + " names a file of an application:" + at->str());
    }
  return out;
}

}  // namespace house
