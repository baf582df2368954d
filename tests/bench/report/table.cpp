#include "report/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace bench {

namespace {

using row = std::array<std::string, 6>;

std::string text_of(verdict given) {
  switch (given) {
    case verdict::shown:
      return "";
    case verdict::met:
      return "met";
    case verdict::missed:
      return "MISSED";
    case verdict::not_measured:
      return "NOT MEASURED";
  }
  return "";
}

row row_of(const figure& one) {
  const auto value = [&](const attempted<double>& given) { return given.value ? text_of(*given.value, one.of) : "-"; };
  const std::optional<double> ratio = one.ratio();
  return {one.what,
          value(one.ours),
          one.peer.empty() ? "" : one.peer + " " + value(one.theirs),
          ratio ? fmt::format("{:.2f}", *ratio) : "",
          one.wanted_text(),
          text_of(one.judge())};
}

}  // namespace

std::string table_of(std::span<const chapter> chapters) {
  const row head{"what", "ours", "peer", "ratio", "wanted", "verdict"};
  std::array<std::size_t, 6> widths{};
  const auto widen = [&](const row& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], cells[i].size());
  };
  widen(head);
  for (const chapter& part : chapters)
    for (const figure& one : part.figures) widen(row_of(one));

  std::string text;
  const auto print = [&](const row& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
      line += i == 1 || i == 3 ? fmt::format("{:>{}}  ", cells[i], widths[i])
                               : fmt::format("{:<{}}  ", cells[i], widths[i]);
    text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  };
  print(head);
  for (const chapter& part : chapters) {
    text += "\n" + part.title + "\n";
    for (const figure& one : part.figures) print(row_of(one));
  }
  return text;
}

}  // namespace bench
