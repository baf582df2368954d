#include <filesystem>
#include <set>

#include "rules.hpp"

namespace house {

// So each header with a file of its own has been compiled alone, and headers_alone need not do it again.
findings own_headers_that_come_late(const std::vector<source_file>& tree) {
  std::set<std::string> headers;
  for (const source_file& one : tree)
    if (one.is_header()) headers.insert(one.path);
  findings out;
  for (const source_file& one : tree) {
    const std::string own = std::filesystem::path(one.path).replace_extension(".hpp").string();
    if (one.is_header() || !one.in("include") || !headers.contains(own)) continue;
    const std::string wanted = own.substr(std::string("include/").size());
    if (one.includes.empty() || one.includes.front().name != wanted)
      out.push_back(one.path + " does not include \"" + wanted + "\" first.");
  }
  return out;
}

}  // namespace house
