#include "text_table.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <limits>
#include <string_view>

namespace tenon_commands {

namespace {

using table_line = std::vector<std::string>;

constexpr std::size_t gap = 2, indent = 4;
constexpr std::size_t narrowest_wrap = 30;  // a column that is narrower is no pleasure to read

void end_line(std::string& text) { text.erase(text.find_last_not_of(' ') + 1).append("\n"); }

// Appends the words to a line that is `at` characters long; what has no room goes on in lines that begin at `left`.
void append_wrapped(std::string& text, std::string_view words, std::size_t at, std::size_t left, std::size_t width) {
  bool is_first = true;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (!is_first && at + 1 + end > width) {
      end_line(text);
      text.append(left, ' ');
      at = left;
      is_first = true;
    }
    if (!is_first) text += ' ', ++at;
    text.append(words.substr(0, end));
    at += end;
    is_first = false;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  end_line(text);
}

// Where each column begins, and behind them where another one would.
std::vector<std::size_t> columns_of(const std::vector<table_line>& lines) {
  std::vector<std::size_t> widths;
  for (const table_line& line : lines) {
    widths.resize(std::max(widths.size(), line.size()));
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], line[i].size());
  }
  std::vector<std::size_t> begins{0};
  for (const std::size_t one : widths) begins.push_back(begins.back() + one + gap);
  return begins;
}

}  // namespace

std::size_t output_width() {
  winsize size{};
  if (::isatty(STDOUT_FILENO) == 0 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return std::numeric_limits<std::size_t>::max();
  return size.ws_col;
}

std::string text_table(const std::vector<table_line>& lines, std::size_t width) {
  const std::vector<std::size_t> begins = columns_of(lines);
  const std::size_t all = begins.size() - 1;
  std::size_t beside = 1;  // so many columns stand beside each other
  while (beside < all && begins[beside + 1] - gap <= width) ++beside;
  const bool wraps = all > 0 && beside + 1 == all && begins[beside] + narrowest_wrap <= width;
  std::size_t head = 0;
  for (std::size_t i = beside; i < all && i < lines[0].size(); ++i) head = std::max(head, lines[0][i].size());

  std::string text;
  for (const table_line& line : lines) {
    for (std::size_t i = 0; i < std::min(beside, line.size()); ++i)
      text += fmt::format("{:<{}}", line[i], begins[i + 1] - begins[i]);
    if (wraps && line.size() == all) {
      append_wrapped(text, line.back(), begins[beside], begins[beside], width);
      continue;
    }
    end_line(text);
    if (&line == &lines.front()) continue;
    for (std::size_t i = beside; i < line.size(); ++i) {
      if (line[i].empty()) continue;
      text += fmt::format("{:{}}{:<{}}", "", indent, lines[0][i], head + gap);
      append_wrapped(text, line[i], indent + head + gap, indent + head + gap, width);
    }
  }
  return text;
}

}  // namespace tenon_commands
