// Who may look at whom inside the framework.
#include <array>
#include <optional>
#include <string_view>

#include "rules.hpp"

namespace house {

namespace {

struct level_row {
  std::string_view folder;  // of include/tenon; empty: the composition root, the headers that stand there themselves
  int level;
};
constexpr std::array levels{
    level_row{"word", 0},       level_row{"meta", 0},        level_row{"concepts", 1},   level_row{"reflect", 1},
    level_row{"diagnostic", 1}, level_row{"composition", 2}, level_row{"json", 2},       level_row{"executor", 2},
    level_row{"settings", 3},   level_row{"event", 3},       level_row{"lifecycle", 3},  level_row{"web", 3},
    level_row{"call", 3},       level_row{"sqlite", 3},      level_row{"form", 4},       level_row{"operation", 4},
    level_row{"", 5},           level_row{"testing", 6},     level_row{"web_socket", 2}, level_row{"multipart", 3},
};

struct exception_row {
  std::string_view from, to;  // on one level, and yet
};
constexpr std::array exceptions{
    exception_row{"reflect", "diagnostic"},  // names its errors; diagnostics look at words alone
};

// The authors' door stands at the root, and holds words and concepts, and what is said where a word is used wrongly.
constexpr std::string_view authors_door = "include/tenon/extension.hpp";

std::optional<int> level_of(std::string_view folder) {
  for (const level_row& row : levels)
    if (row.folder == folder) return row.level;
  return std::nullopt;
}

bool may(std::string_view from, std::string_view to) {
  if (from == to) return true;
  for (const exception_row& row : exceptions)
    if (row.from == from && row.to == to) return true;
  return *level_of(to) < *level_of(from);
}

}  // namespace

findings upward_includes(const std::vector<source_file>& tree) {
  findings out;
  for (const source_file& file : tree) {
    if (!file.in("include/tenon")) continue;
    const std::string from = folder_of(file.path, "include/tenon");
    if (!level_of(from)) {
      out.push_back(file.path + ": the folder " + from + " has no level; give it one in tests/architecture/levels.cpp");
      continue;
    }
    for (const inclusion& one : file.includes) {
      if (one.quoted && !one.name.starts_with("tenon/")) {
        out.push_back(file.path + " includes \"" + one.name +
                      "\": the framework writes its headers from the root, as tenon/...");
        continue;
      }
      if (!one.name.starts_with("tenon/") || one.name == "tenon/build_vars.hpp") continue;
      const std::string to = folder_of(one.name, "tenon");
      const bool allowed = file.path == authors_door ? to == "word" || to == "concepts" || to == "diagnostic"
                                                     : level_of(to) && may(from, to);
      if (!allowed)
        out.push_back(file.path + " looks up at " + one.name + ": a folder sees itself and what is below its level");
    }
  }
  return out;
}

}  // namespace house
