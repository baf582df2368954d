#include "tenon/form/json_file.hpp"

#include <utility>
#include <vector>

#include "tenon/form/bundle.hpp"

namespace tenon::form {

std::optional<json_file> json_file::parse(std::string_view path, std::string_view text, std::string_view prefix,
                                          report& to) {
  std::vector<finding> wrong;
  std::optional<json::tree> read =
      json::tree::parse(text, {.max_bytes = most_json_bytes, .max_depth = 64, .source = path}, wrong);
  for (finding& one : wrong)
    to.error({.message = std::string(prefix).append("invalid JSON: ").append(one.message),
              .file = std::string(path),
              .pointer = std::move(one.pointer),
              .line = one.line,
              .advice = {}});
  if (!read) return std::nullopt;
  return json_file(std::string(path), *std::move(read));
}

bundle_finding json_file::about(const json::node& one, std::string_view pointer, std::string message,
                                std::string advice) const {
  if (!lines_) lines_.emplace(tree_);
  return {std::move(message), path_, std::string(pointer), lines_->line_of(one), std::move(advice)};
}

}  // namespace tenon::form
