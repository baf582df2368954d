// What the framework looks for in an extension's type, as the build knows it.
#include <regex>
#include <set>

#include "rules.hpp"

namespace house {

findings members_missing_in(const std::string& list, const std::vector<source_file>& tree) {
  static const std::regex word("[a-z_]+");
  static const std::regex looked_for(R"(typename (?:X|Extension)::([a-z_]+))");
  static const std::regex member(R"((?:struct|int|,)\s+([a-z_]+)(?=[;, ]))");
  std::set<std::string> known;
  for (std::sregex_iterator one(list.begin(), list.end(), word), end; one != end; ++one) known.insert(one->str());
  findings out;
  for (const source_file& file : tree) {
    if (!file.in("include/tenon")) continue;
    bool in_decoy = false;
    std::string pending;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string& line = file.lines[i];
      // A decoy has what a type is asked for; that of a middleware asks no extension.
      if (line.ends_with("_decoy {") && line != "struct middleware_decoy {") {
        in_decoy = true;
        continue;
      }
      if (line.starts_with("}")) in_decoy = false;
      // What goes on in the next line is one list.
      const std::string text = in_decoy ? (pending.empty() ? "" : ", ") + line : line;
      pending = in_decoy && line.ends_with(",") ? "," : "";
      const std::regex& pattern = in_decoy ? member : looked_for;
      for (std::sregex_iterator one(text.begin(), text.end(), pattern), end; one != end; ++one)
        if (!known.contains((*one)[1].str()))
          out.push_back(file.path + ":" + std::to_string(i + 1) + " looks for a member " + (*one)[1].str() +
                        ", which config/functions/tenon_member_names.cmake does not list");
    }
  }
  return out;
}

}  // namespace house
