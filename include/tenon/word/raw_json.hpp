// JSON text that is passed on as it is.
#pragma once

#include <string>

namespace tenon::json {

// As a field: whatever value stands there is kept as its text, and such a text is written out unchanged. Empty counts
// as null. What is written must be one well-formed JSON value; it is not parsed again.
struct raw {
  std::string text{};
  friend bool operator==(const raw&, const raw&) = default;
};

}  // namespace tenon::json
