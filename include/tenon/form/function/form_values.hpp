// What was said to the questions of a form, by question, as JSON.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::form {

class form_values {
 public:
  // `pointer` is the name of a question.
  void set(std::string_view pointer, std::string json);
  // That of a list of objects: its entries are what is set inside of it.
  void set_entries(std::string_view pointer, std::size_t count);

  // None: nothing was said. Of an object, what was said to the questions inside.
  [[nodiscard]] std::optional<std::string> find(std::string_view pointer) const;
  // All of it as one object, its keys in their order by bytes.
  [[nodiscard]] std::string as_json() const;

 private:
  struct value {
    std::string json{};
    std::optional<std::size_t> entries{};
  };
  using ways = std::map<std::vector<std::string>, value>;
  using place = ways::const_iterator;
  // What begins at `from`, whose way is `depth` long, and ends before `to`.
  void write_value(place from, place to, std::size_t depth, std::string& out) const;
  void write_members(place from, place to, std::size_t depth, std::string& out) const;
  void write_entries(place from, place to, std::size_t depth, std::string& out) const;
  ways all_{};
};

}  // namespace tenon::form
