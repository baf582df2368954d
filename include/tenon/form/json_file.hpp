// A JSON file of a bundle, and what is to be said about its values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/form/report.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

// Has its lines counted when something is said for the first time.
class json_file {
 public:
  // None, and the report has `<prefix>invalid JSON: ...`.
  [[nodiscard]] static std::optional<json_file> parse(std::string_view path, std::string_view text,
                                                      std::string_view prefix, report& to);

  [[nodiscard]] json::node root() const noexcept { return tree_.root(); }
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

  [[nodiscard]] bundle_finding about(const json::node& one, std::string_view pointer, std::string message,
                                     std::string advice) const;

 private:
  json_file(std::string path, json::tree of) : path_(std::move(path)), tree_(std::move(of)) {}

  std::string path_;
  json::tree tree_;
  mutable std::optional<json::line_index> lines_{};
};

}  // namespace tenon::form
