// A folder that is gone when the test is over.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace tenon::testing {

class scratch_folder {
 public:
  scratch_folder() : path_((std::filesystem::temp_directory_path() / "tenon-test-XXXXXX").string()) {
    if (mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary folder: " + path_);
  }
  ~scratch_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  // Of something inside.
  [[nodiscard]] std::string path(std::string_view name) const { return std::string(path_).append("/").append(name); }

 private:
  std::string path_;
};

}  // namespace tenon::testing
