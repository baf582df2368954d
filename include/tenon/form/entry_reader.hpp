// What reading the entries of an ext.json stands on: the way to a value, its members by type, findings about it, and
// what it says of others.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/extension_file.hpp"
#include "tenon/form/json_file.hpp"
#include "tenon/json/scan.hpp"

namespace tenon::form {

// A member that should be a text. Where it is something else, an error has been said.
struct text_member {
  std::string_view text{};
  bool is_there = false, is_wrong = false;
  [[nodiscard]] bool is_missing() const noexcept { return text.empty() && !is_wrong; }
  [[nodiscard]] std::string string() const { return std::string(text); }
};

class entry_reader {
 public:
  entry_reader(const json_file& file, extension_file& out, report& to);

  // One step further on the way to a value, while it lives.
  class step {
   public:
    step(entry_reader& on, std::string_view key) : on_(on), length_(on.pointer_.size()) {
      json::append_step(on.pointer_, key);
    }
    ~step() { on_.pointer_.resize(length_); }
    step(const step&) = delete;
    step& operator=(const step&) = delete;

   private:
    entry_reader& on_;
    std::size_t length_;
  };

  [[nodiscard]] std::size_t error_count() const noexcept { return errors_; }
  [[nodiscard]] extension_metadata& says() noexcept { return out_.says; }
  [[nodiscard]] const form::origin& origin() const noexcept { return origin_; }

  // About the value at the end of the way. `kind` is what the message begins with: `invalid extension file`.
  void error(std::string_view kind, const json::node& one, std::string_view message, std::string advice);
  void warning(std::string_view kind, const json::node& one, std::string_view message, std::string advice);

  // `subject` begins the message about a wrong type: `function area: `.
  [[nodiscard]] text_member text(const json::node& of, std::string_view member, std::string_view subject);
  [[nodiscard]] std::vector<std::string> texts(const json::node& of, std::string_view member, std::string_view subject);
  [[nodiscard]] bool flag(const json::node& of, std::string_view member, std::string_view subject);

  void warn_of_unknown_keys(const json::node& of, std::span<const std::string_view> known, std::string_view where);

  // That the entry at the end of the way, whose key that is, wants the word for itself.
  void claims(claimed what, std::string_view word, std::string_view key, const json::node& one);

  // The member's text as a path in the bundle; empty, and an error, where it leads out.
  [[nodiscard]] std::string module(const json::node& of, std::string_view member);

 private:
  void wrong_type(const json::node& one, std::string_view member, std::string_view wanted, std::string_view subject);

  const json_file& file_;
  extension_file& out_;
  report& to_;
  form::origin origin_{};
  std::string pointer_{};
  std::size_t errors_ = 0;
};

inline constexpr std::string_view invalid_file = "invalid extension file";
inline constexpr std::string_view invalid_renderer = "invalid extension renderer";

}  // namespace tenon::form
