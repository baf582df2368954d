// What an `allOf` demands of one and the same value, as one schema: so that it can be asked.
#pragma once

#include <map>
#include <string>

#include "tenon/json/tree.hpp"

namespace tenon::form {

struct merged_schema {
  std::string text{};  // empty: there is nothing to merge, or it would become too much
  // Schemas whose parts contradict each other, by their pointers in the text, and how. They are as they were.
  std::map<std::string, std::string> contradictions{};
};

// All schemas in `whole`, each with its `allOf`: properties and what is required are put together, of bounds the
// narrower, of choices those that all have, of titles and the like the outermost. What does not say what is asked, such
// as `if`, stays where it is. Answers are held to the schema as it was written.
[[nodiscard]] merged_schema merged_for_asking(const json::node& whole);

}  // namespace tenon::form
