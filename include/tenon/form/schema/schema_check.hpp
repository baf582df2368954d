// Whether data are as a schema wants them: JSON Schema, draft 7.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/word/finding.hpp"

namespace tenon::form {

enum class wrongness : std::uint8_t { missing, unknown_name, pattern, constant, other };

struct data_finding {
  std::string pointer{};  // to what is wrong, missing or unknown
  wrongness kind = wrongness::other;
  std::string message{};  // a sentence for whoever gave the data
  friend bool operator==(const data_finding&, const data_finding&) = default;
};

// A schema made ready. Patterns are RE2's, in time that grows with the text; formats are checked (formats.hpp).
// What is refused: a pattern that RE2 does not take, a $ref that leads out, nowhere or in a circle, a schema that would
// take more than 10 000 steps for one value, and what is no schema at all.
class schema_check {
 public:
  // Throws tenon::error that says what is refused, and where.
  explicit schema_check(std::string_view schema);
  ~schema_check();
  schema_check(schema_check&&) noexcept;
  schema_check& operator=(schema_check&&) = delete;

  // Empty: they are. Any thread. No more than 2 000, and one that there are more; a text that is no JSON is one.
  [[nodiscard]] std::vector<data_finding> problems_of(std::string_view data) const;

 private:
  class prepared;
  std::unique_ptr<const prepared> inside_;
};

}  // namespace tenon::form
