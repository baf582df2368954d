// A folder that is gone when the test is over.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

namespace tenon::testing {

// Made when its path is first asked for.
class scratch_folder {
 public:
  scratch_folder() = default;
  ~scratch_folder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;

  [[nodiscard]] const std::string& path() {
    if (path_.empty()) {
      std::string name = (std::filesystem::temp_directory_path() / "tenon-test-XXXXXX").string();
      if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
      path_ = name;
    }
    return path_;
  }

 private:
  std::string path_{};
};

}  // namespace tenon::testing
