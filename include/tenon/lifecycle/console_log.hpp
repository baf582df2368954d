// Log lines on standard error: `2026-11-21T07:00:00.000Z info  http: message name=value`.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tenon/lifecycle/log_line.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/utf8.hpp"

namespace tenon {

namespace detail {

// One line in the making; what does not fit is left out. (printf and gmtime_r would bring 60 KB of locale and time
// zones into a static program.)
class console_line {
 public:
  // Controls become spaces, and what is no UTF-8 a question mark: neither is let through to a terminal. A call, because
  // in place of each the same would be ten kilobytes of a small program.
  [[gnu::noinline]] void text(std::string_view words) noexcept {
    for (std::size_t size = 0; !words.empty(); words.remove_prefix(size)) {
      size = utf8_size(words);
      const bool is_control = size == 1 ? static_cast<unsigned char>(words[0]) < ' ' || words[0] == '\x7f'
                                        : size == 2 && words[0] == '\xC2' && words[1] < '\xA0';
      const std::string_view shown = size == 0 ? "?" : is_control ? " " : words.substr(0, size);
      if (shown.size() > room - size_) return;
      for (const char c : shown) data_[size_++] = c;
      if (size == 0) size = 1;
    }
  }
  void number(unsigned value, int digits, char behind) noexcept {
    std::array<char, 10> out{};
    for (int i = digits; i-- > 0; value /= 10) out[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    text({out.data(), static_cast<std::size_t>(digits)});
    text({&behind, 1});
  }
  void field(std::string_view name, const log_value& value) noexcept {
    text(" ");
    text(name);
    text("=");
    value.visit([&](auto what) { content(what); });
  }
  bool write() noexcept {
    data_[size_++] = '\n';
    return write_log_line({data_.data(), size_});
  }

 private:
  void content(bool truth) noexcept { text(truth ? "true" : "false"); }
  // Quoted where it would not be one word, and cut, so that the fields behind it have their room.
  void content(std::string_view words) noexcept {
    std::size_t most = 200;
    const std::string_view rest = words.size() > most ? "..." : "";
    const auto is_inside = [&](std::size_t at) { return (static_cast<unsigned char>(words[at]) & 0xC0U) == 0x80; };
    for (int back = 0; back < 3 && most < words.size() && is_inside(most); ++back) --most;  // of a character
    words = words.substr(0, most);
    const bool is_word = !words.empty() && words.find_first_of(" =\"\\\t\r\n") == std::string_view::npos;
    if (!is_word) text("\"");
    for (bool escaped = false; !words.empty();) {
      const std::size_t sign = std::min(words.find_first_of("\"\\", escaped ? 1 : 0), words.size());
      text(words.substr(0, sign));
      words.remove_prefix(sign);
      if ((escaped = !words.empty())) text("\\");
    }
    text(rest);
    if (!is_word) text("\"");
  }
  void content(std::uint64_t whole) noexcept {
    std::array<char, 20> digits{};
    std::size_t at = digits.size();
    do digits[--at] = static_cast<char>('0' + whole % 10);
    while ((whole /= 10) != 0);
    text({digits.data() + at, digits.size() - at});
  }
  void content(std::int64_t whole) noexcept {
    if (whole < 0) text("-");
    content(whole < 0 ? 0 - static_cast<std::uint64_t>(whole) : static_cast<std::uint64_t>(whole));
  }
  // To six places. (What prints each number exactly would bring 100 KB of tables.)
  void content(double number) noexcept {
    if (number != number) return text("nan");
    if (number < 0) text("-");
    double rest = number < 0 ? -number : number;
    if (rest > 1e300) return text("inf");
    std::uint64_t tens = 0;
    for (; rest >= 1e12; rest /= 10) ++tens;
    const auto millionths = static_cast<std::uint64_t>(rest * 1e6 + 0.5);
    content(millionths / 1'000'000);
    if (std::uint64_t fraction = millionths % 1'000'000; fraction != 0) {
      text(".");
      for (std::uint64_t place = 100'000; fraction != 0; fraction %= place, place /= 10) content(fraction / place);
    }
    if (tens == 0) return;
    text("e");
    content(tens);
  }

  static constexpr std::size_t room = 1199;
  std::array<char, room + 1> data_{};
  std::size_t size_ = 0;
};

}  // namespace detail

// For a sink that has just written a line to standard error. A line of its own that is left out is told by the next.
inline void tell_of_lost_lines(const log_sink& to) noexcept {
  static constinit std::atomic<std::uint64_t> told = 0;
  const std::uint64_t lost = lost_log_lines();
  if (told.exchange(lost, std::memory_order_relaxed) == lost) return;
  const log_field how_many{"so_far", lost};
  to.write(to.data, {.level = log_level::warn,
                     .extension = "tenon",
                     .message = "lines were left out of this log, because whoever reads it had stopped",
                     .fields = {&how_many, 1}});
}

// Line breaks in a message become spaces: what a client sent cannot forge a line.
inline void write_console_line(void*, const log_entry& entry) noexcept {
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
  line.text(to_string(entry.level));
  line.text(to_string(entry.level).size() < 5 ? "  " : " ");
  line.text(entry.extension);
  line.text(": ");
  line.text(entry.message);
  if (entry.about != nullptr) line.field("request", entry.about->id().view());
  for (const log_field& one : entry.fields) line.field(one.name, one.value);
  if (line.write()) tell_of_lost_lines({.write = &write_console_line});
}

inline constexpr log_sink console_log{nullptr, &write_console_line};

}  // namespace tenon
