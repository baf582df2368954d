#include "tenon/form/bundle_path.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "tenon/json/quoted.hpp"

namespace tenon::form {

namespace {

constexpr std::size_t longest_path = 1024, most_folders = 32;

bool is_drive(std::string_view path) {
  return path.size() >= 2 && path[1] == ':' && ((path[0] | 0x20) >= 'a' && (path[0] | 0x20) <= 'z');
}
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string_view take_step(std::string_view& left) {
  const std::size_t end = left.find('/');
  const std::string_view step = left.substr(0, end);
  left.remove_prefix(end == std::string_view::npos ? left.size() : end + 1);
  return step;
}

}  // namespace

std::string_view path_fault(std::string_view path) {
  if (path.empty()) return "has no name";
  if (path.size() > longest_path) return "has a path of more than 1024 bytes";
  if (path.starts_with('/')) return "has an absolute path";
  if (path.find('\\') != std::string_view::npos) return "has a backslash in its path";
  if (is_drive(path)) return "has a drive in its path";
  if (std::ranges::any_of(path, is_control)) return "has a control character in its path";
  if (!json::is_utf8(path)) return "has a path that is not UTF-8";
  std::size_t steps = 0;
  for (std::string_view left = path; !left.empty();) {
    const std::string_view step = take_step(left);
    if (step == "..") return "leads out of its folder by \"..\"";
    if (step.empty() || step == ".") return "has an empty step or \".\" in its path";
    if (++steps > most_folders) return "lies more than 32 folders deep";
  }
  return path.ends_with('/') ? "has an empty step or \".\" in its path" : std::string_view();
}

std::optional<std::string> module_path(std::string_view written) {
  if (written.starts_with('/')) written.remove_prefix(1);
  const bool outside = written.starts_with('/') || is_drive(written) || written.find('\\') != std::string_view::npos ||
                       written.find("://") != std::string_view::npos;
  if (outside) return std::nullopt;
  std::vector<std::string_view> steps;
  while (!written.empty()) {
    const std::string_view step = take_step(written);
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps.push_back(step);
    } else if (steps.empty()) {
      return std::nullopt;
    } else {
      steps.pop_back();
    }
  }
  std::string path;
  for (const std::string_view step : steps) path.append(path.empty() ? "" : "/").append(step);
  return path;
}

std::optional<std::string_view> name_below(std::string_view folder, std::string_view path) {
  if (!path.starts_with(folder) || path.size() <= folder.size() || path[folder.size()] != '/') return std::nullopt;
  path.remove_prefix(folder.size() + 1);
  const std::size_t end = path.find('/');
  return end == std::string_view::npos ? std::string_view() : path.substr(0, end);
}

}  // namespace tenon::form
