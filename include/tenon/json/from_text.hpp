// JSON to aggregates.
#pragma once

#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/json/document.hpp"
#include "tenon/reflect/fit.hpp"
#include "tenon/word/required.hpp"

namespace tenon::json {

// The value that the text says, or none and at least one finding: every mistake with its JSON pointer, line and column.
// What is taken for which type: docs/json.md.
template <class T>
[[nodiscard]] std::optional<T> from_text(std::string_view text, std::vector<finding>& findings, const wire& how = {}) {
  static_assert(sizeof(reflect::read_check<T>) > 0);
  std::optional<T> value;
  if constexpr (std::is_default_constructible_v<T>)
    value.emplace();
  else
    value.emplace(arguments_of_nobody::make<T>());  // something in it has to be said
  if (!read(reflect::described<T>, &reflect::worn<T>::bare(*value), text, how, findings)) value.reset();
  return value;
}

}  // namespace tenon::json
