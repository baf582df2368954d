// The body of a request, as the aggregate that its handler wants.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "tenon/json/from_text.hpp"
#include "tenon/word/request.hpp"

namespace tenon::json {

// Throws tenon::error, `invalid_request`: its message is the first finding, its data {"findings":[{"pointer","line",
// "column","message"}]} has all of them.
[[noreturn]] void refuse_body(const std::vector<finding>& findings);

// `const auto asked = tenon::json::body_of<new_note>(request);` An absent body is no value. What is not one is answered
// with 400 where the handler lets the error through.
template <class T>
[[nodiscard]] T body_of(const request& from, const wire& how = {}) {
  std::vector<finding> findings;
  if (std::optional<T> value = from_text<T>(from.body, findings, how)) return *std::move(value);
  refuse_body(findings);
}

}  // namespace tenon::json
