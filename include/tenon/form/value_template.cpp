#include "tenon/form/value_template.hpp"

#include <algorithm>
#include <utility>

#include "tenon/form/report.hpp"
#include "tenon/json/scan.hpp"

namespace tenon::form {

namespace {

bool is_of_a_name(char c) {
  return static_cast<unsigned char>(c) > ' ' && c != '\x7f' &&
         std::string_view("{}.\"'\\").find(c) == std::string::npos;
}

// `data.village.name` as `/village/name`.
std::optional<std::string> pointer_of(std::string_view path) {
  if (!path.starts_with("data.")) return std::nullopt;
  std::string out;
  while (!path.empty()) {
    path.remove_prefix(std::min(path.find('.'), path.size()));
    if (path.empty()) return out;
    path.remove_prefix(1);
    const std::string_view name = path.substr(0, path.find('.'));
    if (name.empty() || !std::ranges::all_of(name, is_of_a_name)) return std::nullopt;
    json::append_step(out, name);
    if (path.size() == name.size()) return out;
  }
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

}  // namespace

std::optional<value_template> value_template::read(std::string_view text, std::string& why) {
  value_template out;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find("{{"), text.size());
    if (begin > 0) out.parts_.push_back({std::string(text.substr(0, begin)), false});
    text.remove_prefix(begin);
    if (text.empty()) break;
    const std::size_t end = text.find("}}");
    if (end == std::string_view::npos) {
      why = "'{{' begins a place, and no '}}' ends it. Write {{data.<name of a question>}}.";
      return std::nullopt;
    }
    const std::string_view path = trimmed(text.substr(2, end - 2));
    std::optional<std::string> pointer = pointer_of(path);
    if (!pointer) {
      why = std::string("'{{")
                .append(shown(path))
                .append("}}' names no answer. Write {{data.<name of a question>}}, and a dot before each name inside.");
      return std::nullopt;
    }
    out.parts_.push_back({*std::move(pointer), true});
    text.remove_prefix(end + 2);
  }
  return out;
}

}  // namespace tenon::form
