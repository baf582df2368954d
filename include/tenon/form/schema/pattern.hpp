// Patterns of schemas, made ready.
#pragma once

#include <memory>
#include <string_view>

namespace re2 {
class RE2;
}

namespace tenon::form {

// In time and memory that have a bound; not ok() where it is a pattern that RE2 does not take.
[[nodiscard]] std::unique_ptr<const re2::RE2> compiled_pattern(std::string_view pattern);

}  // namespace tenon::form
