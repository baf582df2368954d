// The framework knows where a custom application's files lie, and none of them.
#include <algorithm>
#include <array>
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

}  // namespace

findings paths_into_applications(const std::vector<source_file>& tree) {
  static const std::regex into(R"(["' ](app|forms|renderers)/[A-Za-z0-9_.{}<>/-]+)");
  findings out;
  for (const source_file& file : tree)
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string code = file.lines[i].substr(0, file.lines[i].find("//"));
      for (std::sregex_iterator at(code.begin(), code.end(), into), end; at != end; ++at)
        if (!is_known(at->str().substr(1)))
          out.push_back(file.path + ":" + std::to_string(i + 1) + " names a file of an application:" + at->str());
    }
  return out;
}

}  // namespace house
