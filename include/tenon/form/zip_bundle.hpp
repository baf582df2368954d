// A bundle as a ZIP file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/bundle.hpp"
#include "tenon/form/zip_entry.hpp"

namespace tenon::form {

// What a ZIP may unpack to: more is a bomb.
struct zip_limits {
  std::uint64_t total_bytes = std::uint64_t{512} << 20U;
  std::uint64_t ratio = 200;                           // of one entry's size to what it takes in the file,
  std::uint64_t ratio_from = std::uint64_t{1} << 20U;  // where it is larger than this
};

// Holds the names of the entries, and never more of a file than what is asked for. Entries that lead out of the bundle,
// are links, encrypted, there twice or packed too tightly are problems.
class zip_bundle final : public bundle {
 public:
  // Throws tenon::error, `failed to open bundle: ...`: what is no ZIP, cut off, or of more than most_entries entries or
  // limits.total_bytes bytes.
  explicit zip_bundle(const std::filesystem::path& file, const zip_limits& limits = {});
  ~zip_bundle() override;

  [[nodiscard]] const std::vector<bundle_entry>& entries() const override;
  [[nodiscard]] const std::vector<bundle_finding>& problems() const override;
  [[nodiscard]] std::optional<std::string> read(std::string_view path) const override;

  // A file of any size; none where there is no such file. By any thread, as long as the ZIP file is where it was.
  [[nodiscard]] std::optional<zip_entry> open(std::string_view path) const;

 private:
  class archive;
  std::unique_ptr<archive> archive_;
};

}  // namespace tenon::form
