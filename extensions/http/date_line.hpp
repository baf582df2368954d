// The Date header, written once per second and not once per answer.
#pragma once

#include <array>
#include <cstddef>
#include <ctime>
#include <string_view>

namespace tenon::http1 {

// Also holds the usual beginning of an answer, because the two are always sent together. Belongs to one thread.
class date_line {
 public:
  date_line() { refresh(); }
  void refresh() noexcept;

  // "HTTP/1.1 200 OK\r\nDate: Tue, 15 Nov 1994 08:12:31 GMT\r\n"; always of the same size.
  [[nodiscard]] const std::array<char, 54>& ok_and_date() const noexcept { return text_; }
  // "Date: Tue, 15 Nov 1994 08:12:31 GMT\r\n"
  [[nodiscard]] std::string_view date() const noexcept {
    return std::string_view(text_.data(), text_.size()).substr(17);
  }

 private:
  std::array<char, 54> text_{};
  std::time_t written_ = 0;
};

}  // namespace tenon::http1
