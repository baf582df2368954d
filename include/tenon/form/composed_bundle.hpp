// A bundle that is part of the program.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/bundle.hpp"
#include "tenon/form/composed_files.hpp"

namespace tenon::form {

class composed_bundle final : public bundle {
 public:
  // `files` are sorted by path, and outlive the bundle.
  explicit composed_bundle(std::span<const composed_file> files);

  [[nodiscard]] const std::vector<bundle_entry>& entries() const override { return entries_; }
  [[nodiscard]] const std::vector<bundle_finding>& problems() const override { return problems_; }
  [[nodiscard]] std::optional<std::string> read(std::string_view path) const override;

 private:
  std::span<const composed_file> files_;
  std::vector<bundle_entry> entries_{};
  std::vector<bundle_finding> problems_{};
};

}  // namespace tenon::form
