// What was found wrong with a bundle.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenon::form {

struct bundle_finding {
  std::string message;
  std::string file{};     // its path in the bundle; empty: the bundle as a whole
  std::string pointer{};  // RFC 6901, into that file; empty: the whole file
  std::size_t line = 0;   // from 1; 0: the file has no lines, or the place is not known
  std::string advice{};   // what to do about it; may be empty
  friend bool operator==(const bundle_finding&, const bundle_finding&) = default;
};

struct bundle_info {
  std::size_t file_count = 0, form_count = 0, renderer_count = 0;
  bool has_app_index = false;
  friend bool operator==(const bundle_info&, const bundle_info&) = default;
};

// Findings in the order in which they were found, which is the same for the same bundle. A hostile bundle cannot make
// them many: past 10 000 errors, or as many warnings, or 16 MiB of text, one last error says that there are more.
class report {
 public:
  void error(bundle_finding one) { add(errors_, std::move(one)); }
  void warning(bundle_finding one) { add(warnings_, std::move(one)); }

  // That something is as it should be, for who looks why it is so. Of many the first 1 000 are kept.
  void note(bundle_finding one);

  // Behind what is here already; the other's info is of no interest.
  void append(const report& other);

  [[nodiscard]] const std::vector<bundle_finding>& errors() const noexcept { return errors_; }
  [[nodiscard]] const std::vector<bundle_finding>& warnings() const noexcept { return warnings_; }
  [[nodiscard]] const std::vector<bundle_finding>& notes() const noexcept { return notes_; }
  [[nodiscard]] bool valid() const noexcept { return errors_.empty(); }
  // Whatever comes now is dropped, so nobody need look for it.
  [[nodiscard]] bool is_full() const noexcept { return full_; }

  bundle_info info{};

 private:
  void add(std::vector<bundle_finding>& to, bundle_finding one);

  std::vector<bundle_finding> errors_{}, warnings_{}, notes_{};
  std::size_t bytes_ = 0;
  bool full_ = false;
};

// {"valid", "errors": [{"message", "file", "pointer", "line"}], "warnings": [...], "info": {"file_count", "form_count",
// "renderer_count", "has_app_index"}}, in one line; in "info" there are "notes" too where there are some, like errors.
[[nodiscard]] std::string to_json(const report& of);

// [{"message", "file", "pointer", "line"}]
[[nodiscard]] std::string to_json(const std::vector<bundle_finding>& of);

// For people: `file:line: error: message` and, indented, what to do. What could lead a terminal astray is written as
// \xNN.
[[nodiscard]] std::string to_text(const report& of);

// The same of any text: nothing in it makes two lines of one.
[[nodiscard]] std::string printable(std::string_view text);

// A key or a path inside a sentence: no longer than 200 bytes.
[[nodiscard]] std::string shown(std::string_view text);

}  // namespace tenon::form
