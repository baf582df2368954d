// Texts of a form with places for what was answered: `{{data.village.name}}`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::form {

class value_template {
 public:
  struct part {
    std::string text{};  // as it is; of a place the JSON pointer into the data: `/village/name`
    bool is_place = false;
    friend bool operator==(const part&, const part&) = default;
  };

  // None, and `why` has a sentence. Two braces begin a place and nothing else.
  [[nodiscard]] static std::optional<value_template> read(std::string_view text, std::string& why);

  // No two of text stand behind each other, and none is empty.
  [[nodiscard]] const std::vector<part>& parts() const noexcept { return parts_; }
  // One place and nothing around it: what stands there keeps its type.
  [[nodiscard]] bool is_one_place() const noexcept { return parts_.size() == 1 && parts_.front().is_place; }

 private:
  std::vector<part> parts_{};
};

}  // namespace tenon::form
