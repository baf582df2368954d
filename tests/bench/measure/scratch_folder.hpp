// A folder for files that nobody needs afterwards.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

namespace bench {

class scratch_folder {
 public:
  scratch_folder() : path_(std::filesystem::temp_directory_path() / "tenon-bench-XXXXXX") {
    if (mkdtemp(path_.data()) == nullptr)
      throw std::runtime_error("No folder can be made in the folder for temporary files.");
  }
  ~scratch_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;

  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace bench
