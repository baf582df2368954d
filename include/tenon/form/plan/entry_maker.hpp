// Puts entries into the lists of a form.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "tenon/form/render/element.hpp"
#include "tenon/form/rule/form_rule.hpp"

namespace tenon::form {

// A list has no more, whatever its schema says, and less where the form would have more elements than it may.
inline constexpr std::size_t longest_list = 100;

// How many a list is to have, by its name.
using entry_count = std::function<std::size_t(const element& list)>;

class entry_maker {
 public:
  // `of_entries` are the rules of what lists ask; `rules` gets those of each entry.
  entry_maker(const std::vector<form_rule>& of_entries, const entry_count& count, std::vector<form_rule>& rules)
      : of_entries_(of_entries), count_(count), rules_(rules) {}

  // In place of the entries that there are; and gives each question its number.
  void make(element& root);

  [[nodiscard]] const std::unordered_map<std::string, std::size_t>& names() const noexcept { return names_; }

 private:
  // What stands before everything inside of an entry.
  struct place {
    std::string pointer{}, id{}, label{};
  };
  void settle(element& one, const place& in);
  void add_entries(element& list);

  const std::vector<form_rule>& of_entries_;
  const entry_count& count_;
  std::vector<form_rule>& rules_;
  std::unordered_map<std::string, std::size_t> names_{};
  std::size_t made_ = 0;
};

}  // namespace tenon::form
