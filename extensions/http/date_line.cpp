#include "date_line.hpp"

#include <chrono>
#include <cstring>

namespace tenon::http1 {

void date_line::refresh() noexcept {
  constexpr std::string_view form = "HTTP/1.1 200 OK\r\nDate: Www, 00 Mmm 0000 00:00:00 GMT\r\n";
  constexpr std::string_view days = "SunMonTueWedThuFriSat", months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  static_assert(form.size() == sizeof text_);

  const std::time_t now = std::time(nullptr);
  if (now == written_) return;
  written_ = now;
  // Not gmtime_r: it brings the time zones of the C library into a static program, 100 kB of it.
  const std::chrono::sys_seconds second{std::chrono::seconds(now)};
  const auto day = std::chrono::floor<std::chrono::days>(second);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(second - day);
  std::memcpy(text_.data(), form.data(), form.size());
  char* const at = text_.data() + form.find("Www");
  const auto number = [at](std::size_t where, unsigned value, std::size_t digits) {
    for (; digits > 0; value /= 10) at[where + --digits] = static_cast<char>('0' + value % 10);
  };
  std::memcpy(at, days.data() + 3 * std::chrono::weekday(day).c_encoding(), 3);
  number(5, static_cast<unsigned>(date.day()), 2);
  std::memcpy(at + 8, months.data() + 3 * (static_cast<unsigned>(date.month()) - 1), 3);
  number(12, static_cast<unsigned>(static_cast<int>(date.year())), 4);
  number(17, static_cast<unsigned>(time.hours().count()), 2);
  number(20, static_cast<unsigned>(time.minutes().count()), 2);
  number(23, static_cast<unsigned>(time.seconds().count()), 2);
}

}  // namespace tenon::http1
