// Log lines on standard error: `2026-11-21T07:00:00.000Z info  http: message`.
#pragma once

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <string_view>

#include "tenon/word/log.hpp"

namespace tenon {

namespace detail {

// One line in the making; what does not fit is left out. (printf and gmtime_r would bring 60 KB of locale and time
// zones into a static program.)
class console_line {
 public:
  void text(std::string_view words) noexcept {
    for (char c : words)
      if (size_ < room) data_[size_++] = static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  void number(unsigned value, int digits, char behind) noexcept {
    std::array<char, 10> out{};
    for (int i = digits; i-- > 0; value /= 10) out[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    text({out.data(), static_cast<std::size_t>(digits)});
    text({&behind, 1});
  }
  void write() noexcept {
    data_[size_++] = '\n';
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, data_.data(), size_);
  }

 private:
  static constexpr std::size_t room = 1199;
  std::array<char, room + 1> data_{};
  std::size_t size_ = 0;
};

}  // namespace detail

// One write per line, so that lines of several threads do not mix. Line breaks in a message become spaces: what a
// client sent cannot forge a line.
inline void write_console_line(void*, log_level level, std::string_view extension, std::string_view message) noexcept {
  using namespace std::chrono;
  const auto now = floor<milliseconds>(system_clock::now());
  const auto day = floor<days>(now);
  const year_month_day date(day);
  const hh_mm_ss time(now - day);
  detail::console_line line;
  line.number(static_cast<unsigned>(static_cast<int>(date.year())), 4, '-');
  line.number(static_cast<unsigned>(date.month()), 2, '-');
  line.number(static_cast<unsigned>(date.day()), 2, 'T');
  line.number(static_cast<unsigned>(time.hours().count()), 2, ':');
  line.number(static_cast<unsigned>(time.minutes().count()), 2, ':');
  line.number(static_cast<unsigned>(time.seconds().count()), 2, '.');
  line.number(static_cast<unsigned>(time.subseconds().count()), 3, 'Z');
  line.text(" ");
  line.text(to_string(level));
  line.text(to_string(level).size() < 5 ? "  " : " ");
  line.text(extension);
  line.text(": ");
  line.text(message);
  line.write();
}

inline constexpr log_sink console_log{nullptr, &write_console_line};

}  // namespace tenon
