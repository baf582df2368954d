// A bundle as a folder of the file system.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/bundle.hpp"

namespace tenon::form {

// The file at that path below `root`: none where there is none. Throws tenon::error where it is no plain file, leads
// out of `root` by a symbolic link, cannot be read, or is larger than most_json_bytes.
[[nodiscard]] std::optional<std::string> read_below(const std::filesystem::path& root, std::string_view path);

// What lies in the folder when it is made. Symbolic links are not followed: each is a problem.
class folder_bundle final : public bundle {
 public:
  // Throws tenon::error, `failed to open bundle: ...`.
  explicit folder_bundle(std::filesystem::path root);

  [[nodiscard]] const std::vector<bundle_entry>& entries() const override { return entries_; }
  [[nodiscard]] const std::vector<bundle_finding>& problems() const override { return problems_; }
  [[nodiscard]] std::optional<std::string> read(std::string_view path) const override;

 private:
  void list();

  std::filesystem::path root_;
  std::vector<bundle_entry> entries_{};
  std::vector<bundle_finding> problems_{};
};

}  // namespace tenon::form
