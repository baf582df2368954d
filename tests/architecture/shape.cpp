// How large files are, what they are called, and whether they are finished.
#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <sstream>

#include "rules.hpp"

namespace house {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_header = 300, long_header = 180, longest_source = 500, longest_line = 120;
// Programs that must not compile and measurements say what they have to in one piece.
bool is_measured(const source_file& file) { return !file.in("tests"); }

// In columns: a character of several bytes stands in one.
std::size_t width(const std::string& line) {
  return static_cast<std::size_t>(
      std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

findings oversized_files(const std::vector<source_file>& tree) {
  findings out;
  std::vector<std::size_t> headers;
  for (const source_file& file : tree) {
    const std::size_t most = file.is_header() ? longest_header : longest_source;
    if (file.lines.size() > most)
      out.push_back(file.path + " has " + std::to_string(file.lines.size()) + " lines, and " + std::to_string(most) +
                    " are the most: make two of it");
    if (file.is_header() && is_measured(file)) headers.push_back(file.lines.size());
  }
  std::ranges::sort(headers);
  if (!headers.empty() && headers[headers.size() * 9 / 10] > long_header)
    out.push_back("more than one header in ten is longer than " + std::to_string(long_header) + " lines");
  return out;
}

findings wide_lines(const std::vector<source_file>& tree) {
  findings out;
  for (const source_file& file : tree)
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      if (is_measured(file) && width(file.lines[i]) > longest_line)
        out.push_back(file.path + ":" + std::to_string(i + 1) + " is wider than " + std::to_string(longest_line) +
                      " columns");
  return out;
}

findings unspeaking_names(const std::vector<source_file>& tree) {
  static const std::set<std::string> unspeaking{"detail", "details", "util",    "utils", "common",
                                                "misc",   "helper",  "helpers", "impl"};
  findings out;
  for (const source_file& file : tree) {
    std::istringstream path(file.path);
    for (std::string part; std::getline(path, part, '/');)
      if (unspeaking.contains(part.substr(0, part.find('.'))))
        out.push_back(file.path + ": \"" + part + "\" says nothing of what is in it");
  }
  return out;
}

findings headers_without_an_idea(const std::vector<source_file>& tree) {
  findings out;
  for (const source_file& file : tree)
    if (file.is_header() && !file.in("examples") && (file.lines.empty() || !file.lines.front().starts_with("//")))
      out.push_back(file.path + " does not begin with what it is for, in a comment");
  return out;
}

findings headers_in_the_attic(const std::vector<source_file>& tree) {
  std::set<std::string> wanted;
  for (const source_file& file : tree)
    for (const inclusion& one : file.includes) {
      const bool is_own = fs::path(file.path).replace_extension(".hpp") == "include/" + one.name;
      if (!is_own && file.path.find("/" + fs::path(one.name).stem().string() + "_test.cpp") == std::string::npos)
        wanted.insert(one.name);
    }
  findings out;
  for (const source_file& file : tree)
    if (file.is_header() && file.in("include") && !wanted.contains(file.path.substr(std::string("include/").size())))
      out.push_back(file.path + " is included by nobody but its own source and its test: take it out");
  return out;
}

findings unfinished_thoughts(const std::vector<source_file>& tree) {
  static const std::array marks{std::string("TO") + "DO", std::string("FIX") + "ME", std::string("for ") + "now"};
  findings out;
  for (const source_file& file : tree)
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      for (const std::string& mark : marks)
        if (file.lines[i].find(mark) != std::string::npos)
          out.push_back(file.path + ":" + std::to_string(i + 1) + " is not finished: it says " + mark);
  return out;
}

}  // namespace house
