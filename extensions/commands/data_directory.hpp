// The directory that a program keeps its data in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenon_commands {

// --data-dir, else TENON_DATA_DIR, else /var/lib/<program> where that is writable, else $XDG_STATE_HOME/<program>
// (~/.local/state/<program>).
[[nodiscard]] std::string choose_data_directory(const std::optional<std::string>& option, std::string_view program);

// Held as long as the program runs, so that a second process on the same directory is refused instead of mixing its
// writes with ours. The kernel releases it however the process ends.
class data_directory {
 public:
  // Makes the directory, mode 0700, where it is missing. Throws tenon::error: not writable, or held by another process.
  explicit data_directory(std::string path);
  ~data_directory();
  data_directory(const data_directory&) = delete;
  data_directory& operator=(const data_directory&) = delete;

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
  int lock_ = -1;
};

// Whether a program holds it now.
[[nodiscard]] bool is_held(const std::string& path);

// The same checks without holding or making anything: empty, or what is wrong.
[[nodiscard]] std::string data_directory_problem(const std::string& path);

}  // namespace tenon_commands
