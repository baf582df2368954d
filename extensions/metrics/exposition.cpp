#include "exposition.hpp"

#include <fmt/format.h>

#include <iterator>

namespace tenon_metrics {

namespace {

// Of a value between quotes; help texts of ours need none.
void escape(std::string_view value, std::string& out) {
  for (const char c : value) {
    if (c == '\n')
      out += "\\n";
    else if (c == '"' || c == '\\')
      out.append(1, '\\').append(1, c);
    else
      out += c;
  }
}

constexpr std::string_view word_of(exposition::kind of) noexcept {
  switch (of) {
    case exposition::kind::counter:
      return "counter";
    case exposition::kind::gauge:
      return "gauge";
    case exposition::kind::histogram:
      break;
  }
  return "histogram";
}

}  // namespace

void exposition::family(std::string_view name, kind of, std::string_view help) {
  name_ = name;
  fmt::format_to(std::back_inserter(text_), "# HELP {} {}\n# TYPE {} {}\n", name, help, name, word_of(of));
}

void exposition::begin(labels of, std::string_view suffix) {
  text_.append(name_).append(suffix);
  char separator = '{';
  for (const label& one : of) {
    text_.append(1, separator).append(one.name).append("=\"");
    escape(one.value, text_);
    text_ += '"';
    separator = ',';
  }
  if (of.size() != 0) text_ += '}';
  text_ += ' ';
}

void exposition::sample(labels of, double value, std::string_view suffix) {
  begin(of, suffix);
  fmt::format_to(std::back_inserter(text_), "{}\n", value);
}

void exposition::sample(labels of, std::uint64_t value, std::string_view suffix) {
  begin(of, suffix);
  fmt::format_to(std::back_inserter(text_), "{}\n", value);
}

}  // namespace tenon_metrics
