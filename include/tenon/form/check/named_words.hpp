// The words by which a schema, or a UI schema, names those who draw it.
#pragma once

#include "tenon/form/references.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

void collect_words(const json::node& in, word_set& to);

}  // namespace tenon::form
