// The rule for a project's name.
#pragma once

#include <string>
#include <string_view>

namespace tenon_functions {

// Empty: the name is right; else what is wrong with it, and what to do.
[[nodiscard]] inline std::string project_name_problem(std::string_view name) {
  if (name.size() < 3) return "Project name too short. Take 3 to 62 characters for functions.project.";
  if (name.size() > 62) return "Project name too long. Take 3 to 62 characters for functions.project.";
  bool is_tag = name[0] >= 'a' && name[0] <= 'z';
  for (char c : name)
    is_tag = is_tag && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
  if (!is_tag)
    return "Project name not valid tag name. Write functions.project as a letter a-z, then letters, digits and _.";
  return {};
}

}  // namespace tenon_functions
