#include "tenon/form/report.hpp"

#include <optional>
#include <utility>

#include "tenon/json/to_text.hpp"
#include "tenon/word/hexadecimal.hpp"

namespace tenon::form {

namespace {

constexpr std::size_t most_findings = 10'000, most_notes = 1'000, most_bytes = std::size_t{16} << 20U,
                      longest_shown = 200;

struct told_finding {
  std::string message, file, pointer;
  std::size_t line = 0;
};
struct told_info {
  std::size_t file_count = 0, form_count = 0, renderer_count = 0;
  bool has_app_index = false;
  std::optional<std::vector<told_finding>> notes{};
};
struct told_report {
  bool valid = false;
  std::vector<told_finding> errors{}, warnings{};
  told_info info{};
};

std::vector<told_finding> told(const std::vector<bundle_finding>& all) {
  std::vector<told_finding> out;
  out.reserve(all.size());
  for (const bundle_finding& one : all) out.push_back({one.message, one.file, one.pointer, one.line});
  return out;
}

told_info told(const report& of) {
  const bundle_info& info = of.info;
  told_info out{info.file_count, info.form_count, info.renderer_count, info.has_app_index};
  if (!of.notes().empty()) out.notes = told(of.notes());
  return out;
}

// How many bytes at its beginning make a character that is not seen, and moves what is: a control, of ASCII or behind
// it, a mark of which way is read, or another end of a line.
std::size_t unseen(std::string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto is_between = [](unsigned value, unsigned least, unsigned most) { return value >= least && value <= most; };
  if (at(0) < 0x20 || at(0) == 0x7F) return 1;
  if (at(0) == 0xC2 && is_between(at(1), 0x80, 0x9F)) return 2;
  if (at(0) != 0xE2) return 0;
  const bool is_mark = at(1) == 0x80 && (is_between(at(2), 0x8E, 0x8F) || is_between(at(2), 0xA8, 0xAE));
  return is_mark || (at(1) == 0x81 && is_between(at(2), 0xA6, 0xA9)) ? 3 : 0;
}

void print(std::string_view text, std::string& to) {
  while (!text.empty()) {
    const std::size_t hidden = unseen(text);
    for (const char c : text.substr(0, hidden)) to.append("\\x").append(hexadecimal(c));
    if (hidden == 0) to += text.front();
    text.remove_prefix(hidden == 0 ? 1 : hidden);
  }
}

void print(const bundle_finding& one, std::string_view kind, std::string& to) {
  print(one.file, to);
  if (one.line != 0) to.append(":").append(std::to_string(one.line));
  if (!one.file.empty()) to += ": ";
  to.append(kind).append(": ");
  print(one.message, to);
  to += '\n';
  if (one.advice.empty()) return;
  to += "    ";
  print(one.advice, to);
  to += '\n';
}

}  // namespace

void report::add(std::vector<bundle_finding>& to, bundle_finding one) {
  if (full_) return;
  bytes_ += one.message.size() + one.file.size() + one.pointer.size() + one.advice.size();
  full_ = to.size() == most_findings || bytes_ > most_bytes;
  if (full_)
    errors_.push_back({"there are more findings than are listed here", {}, {}, 0, "Mend these first, and look again."});
  else
    to.push_back(std::move(one));
}

void report::note(bundle_finding one) {
  if (notes_.size() < most_notes) notes_.push_back(std::move(one));
}

void report::append(const report& other) {
  for (const bundle_finding& one : other.errors_) error(one);
  for (const bundle_finding& one : other.warnings_) warning(one);
  for (const bundle_finding& one : other.notes_) note(one);
}

std::string to_json(const report& of) {
  return json::to_text(told_report{of.valid(), told(of.errors()), told(of.warnings()), told(of)});
}

std::string to_json(const std::vector<bundle_finding>& of) { return json::to_text(told(of)); }

std::string to_text(const report& of) {
  std::string text;
  for (const bundle_finding& one : of.errors()) print(one, "error", text);
  for (const bundle_finding& one : of.warnings()) print(one, "warning", text);
  for (const bundle_finding& one : of.notes()) print(one, "note", text);
  return text;
}

std::string printable(std::string_view text) {
  std::string out;
  print(text, out);
  return out;
}

std::string shown(std::string_view text) {
  if (text.size() <= longest_shown) return std::string(text);
  std::size_t end = longest_shown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)).append("...");
}

}  // namespace tenon::form
