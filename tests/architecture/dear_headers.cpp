// What every program pays for when it is compiled.
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules.hpp"

namespace house {

namespace {

constexpr std::array roots{"include/tenon/app.hpp", "include/tenon/extension.hpp",
                           "include/tenon/settings/read_all.hpp"};
constexpr std::array dear{"condition_variable",
                          "filesystem",
                          "fstream",
                          "future",
                          "iomanip",
                          "iostream",
                          "map",
                          "random",
                          "ranges",
                          "regex",
                          "set",
                          "sstream",
                          "thread",

                          "unordered_map",
                          "variant",
                          "unordered_set",
                          "boost/hana/",
                          "boost/json"};

bool is_dear(std::string_view name) {
  for (const std::string_view one : dear)
    if (one.ends_with('/') || one == "boost/json" ? name.starts_with(one) : name == one) return true;
  return false;
}

}  // namespace

findings dear_headers_in_every_program(const std::vector<source_file>& tree) {
  std::map<std::string, const source_file*> by_path;
  for (const source_file& file : tree) by_path.emplace(file.path, &file);
  std::vector<std::string> waiting(roots.begin(), roots.end());
  std::set<std::string> known(roots.begin(), roots.end());
  findings out;
  while (!waiting.empty()) {
    const auto file = by_path.find(waiting.back());
    waiting.pop_back();
    if (file == by_path.end()) continue;
    for (const inclusion& one : file->second->includes) {
      if (one.quoted && known.insert("include/" + one.name).second) waiting.push_back("include/" + one.name);
      if (!one.quoted && is_dear(one.name))
        out.push_back(file->first + ": <" + one.name +
                      "> is compiled in every program, since app.hpp, extension.hpp or settings/read_all.hpp include "
                      "this: declare here, and include it in a .cpp");
    }
  }
  return out;
}

}  // namespace house
