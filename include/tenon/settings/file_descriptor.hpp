// A file that the system has opened, closed when this goes.
#pragma once

#include <unistd.h>

namespace tenon::settings {

// Negative: it could not be opened, and errno says why.
class file_descriptor {
 public:
  explicit file_descriptor(int number) noexcept : number_(number) {}
  ~file_descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  file_descriptor(const file_descriptor&) = delete;
  file_descriptor& operator=(const file_descriptor&) = delete;
  [[nodiscard]] int number() const noexcept { return number_; }

 private:
  int number_;
};

}  // namespace tenon::settings
