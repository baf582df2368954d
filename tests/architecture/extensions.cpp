// What an extension may see of the rest.
#include <filesystem>

#include "rules.hpp"

namespace house {

namespace {

namespace fs = std::filesystem;

std::string verdict(const source_file& file, const std::string& room, const inclusion& one) {
  // The tests of single headers lie in one folder beside these.
  const bool test_of_header = room == "extensions/tests";
  const bool test = test_of_header || file.path.starts_with(room + "/tests/");
  if (one.name.starts_with("tenon/")) {
    if (test) return {};
    if (one.name == "tenon/app.hpp") return "an extension does not know the app that it lives in";
    if (one.name.starts_with("tenon/testing/")) return "what serves tests stays with tests";
    if (one.name == "tenon/composition.hpp" || one.name == "tenon/extension_impl.hpp")
      return "only a program knows what it is composed of";
    return {};
  }
  if (!one.quoted) return {};
  const std::string reached = (fs::path(file.path).parent_path() / one.name).lexically_normal().generic_string();
  if (test_of_header && fs::path(reached).parent_path() == "extensions") return {};
  // A test in a folder, which can say what it links, may compose the extension with the real one that it needs.
  const fs::path other(reached);
  if (test && !test_of_header && other.parent_path().parent_path() == "extensions" &&
      other.stem() == other.parent_path().filename())
    return {};
  if (!reached.starts_with(room + "/"))
    return "it leads out of " + room + ": others are seen by <tenon/contract/NAME.hpp>";
  return {};
}

}  // namespace

findings stray_includes_of_extensions(const std::vector<source_file>& tree) {
  findings out;
  for (const source_file& file : tree) {
    for (const std::string_view above : {"extensions", "examples"}) {
      if (!file.in(above)) continue;
      const std::string name = folder_of(file.path, above);
      // A single header is an extension without a room: it stands alone.
      const std::string room = name.empty() ? file.path : std::string(above) + "/" + name;
      const bool host = above == "examples" && file.path.ends_with("/main.cpp");
      for (const inclusion& one : file.includes) {
        if (host && one.name.starts_with("tenon/")) continue;
        if (const std::string why = verdict(file, room, one); !why.empty())
          out.push_back(file.path + " includes " + one.name + ": " + why);
      }
    }
  }
  return out;
}

}  // namespace house
