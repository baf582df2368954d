// One name for one thing: a source is called like its header, and a test like what it tests.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "rules.hpp"

namespace house {

namespace {

namespace fs = std::filesystem;

// What has no header, and why.
const std::set<std::string_view> without_header{
    "extensions/local/openid/boost_url.cpp",  // is the source of a library
    "include/tenon/lifecycle/terminate.cpp",  // takes the place of a function of the standard library
};
// What tests no file, and why.
const std::set<std::string_view> about_no_file{
    "tests/settings/without_json_test.cpp",  // looks into a program for what nobody may have put there
};

using tree_by_path = std::map<std::string, const source_file*>;

tree_by_path by_path(const std::vector<source_file>& tree) {
  tree_by_path out;
  for (const source_file& file : tree) out.emplace(file.path, &file);
  return out;
}

bool is_in_tests(const source_file& file) { return file.in("tests") || file.path.find("/tests/") != std::string::npos; }

// `connection_pieces` is a part of `connection`.
bool is_or_continues(std::string_view stem, std::string_view begin) {
  return stem.starts_with(begin) && (stem.size() == begin.size() || stem[begin.size()] == '_');
}

std::string stem_of(const std::string& path) { return fs::path(path).stem().string(); }

// The paths in the tree that an include may mean.
std::vector<std::string> meant_by(const source_file& file, const inclusion& one) {
  return {(fs::path(file.path).parent_path() / one.name).lexically_normal().string(), "include/" + one.name};
}

bool includes_its_header(const source_file& file, const tree_by_path& tree) {
  const fs::path folder = fs::path(file.path).parent_path();
  return std::ranges::any_of(file.includes, [&](const inclusion& one) {
    const auto paths = meant_by(file, one);
    return std::ranges::any_of(paths, [&](const std::string& path) {
      return tree.contains(path) && fs::path(path).parent_path() == folder &&
             is_or_continues(stem_of(file.path), stem_of(path));
    });
  });
}

// Where that lies which a test is about: include/tenon/web of tests/web, extensions/http of extensions/http/tests.
std::string subject_of(const source_file& test) {
  if (test.in("tests")) return "include/tenon/" + folder_of(test.path, "tests");
  return test.path.substr(0, test.path.rfind("/tests/"));
}

bool is_called_like_a_part(const std::string& stem, const std::string& subject, const std::vector<source_file>& tree) {
  return std::ranges::any_of(tree, [&](const source_file& file) {
    if (!file.in(subject) || is_in_tests(file)) return false;
    const fs::path below = fs::path(file.path).lexically_relative(subject);
    return is_or_continues(stem, below.stem().string()) ||
           std::ranges::any_of(below.parent_path(), [&](const fs::path& folder) { return folder == stem; });
  });
}

// It goes through all of an app, of an extension or of the server, and is called by what these do.
bool is_about_a_whole(const source_file& test, const std::string& subject, const tree_by_path& tree) {
  std::string name = fs::path(subject).filename().string();
  std::ranges::replace(name, '-', '_');
  const std::set<std::string> wholes{"include/tenon/app.hpp", subject + "/" + name + ".hpp",
                                     "extensions/http/server.hpp"};
  std::vector<std::string> waiting{test.path};
  std::set<std::string> known;
  while (!waiting.empty()) {
    const auto file = tree.find(waiting.back());
    waiting.pop_back();
    if (file == tree.end()) continue;
    for (const inclusion& one : file->second->includes)
      for (const std::string& path : meant_by(*file->second, one)) {
        if (wholes.contains(path)) return true;
        if (known.insert(path).second) waiting.push_back(path);
      }
  }
  return false;
}

}  // namespace

findings sources_without_their_header(const std::vector<source_file>& tree) {
  const tree_by_path paths = by_path(tree);
  findings out;
  for (const source_file& file : tree)
    if (!file.is_header() && !is_in_tests(file) && stem_of(file.path) != "main" &&
        !without_header.contains(file.path) && !includes_its_header(file, paths))
      out.push_back(file.path +
                    " includes no header beside it that is called like it, or like the beginning of its name: call it "
                    "by the header that it is the source of");
  return out;
}

findings tests_of_no_file(const std::vector<source_file>& tree) {
  const tree_by_path paths = by_path(tree);
  findings out;
  for (const source_file& file : tree) {
    if (!file.path.ends_with("_test.cpp") || !is_in_tests(file) || about_no_file.contains(file.path)) continue;
    const std::string subject = subject_of(file), name = stem_of(file.path);
    // Other folders of tests are about programs, pages or the tree itself.
    const bool is_room = std::ranges::any_of(tree, [&](const source_file& one) { return one.in(subject); });
    if (!is_room || is_called_like_a_part(name.substr(0, name.size() - 5), subject, tree) ||
        is_about_a_whole(file, subject, paths))
      continue;
    out.push_back(file.path + " is called like no file of " + subject + ", and goes through no whole app");
  }
  return out;
}

}  // namespace house
