// What was said to the questions of a form, by question, as JSON.
#pragma once

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

  // None: nothing was said. Of an object, what was said to the questions inside.
  [[nodiscard]] std::optional<std::string> find(std::string_view pointer) const;
  // All of it as one object, its keys in their order by bytes.
  [[nodiscard]] std::string as_json() const;

 private:
  using ways = std::map<std::vector<std::string>, std::string>;
  static void write(ways::const_iterator from, ways::const_iterator to, std::size_t depth, std::string& out);
  ways all_{};
};

}  // namespace tenon::form
