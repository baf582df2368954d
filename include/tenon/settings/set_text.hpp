// A setting from a text of the environment or the command line, which has no quotes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/settings/layer.hpp"

namespace tenon::settings {

struct text_setting {
  std::span<const std::string> path;  // steps from the place to the value
  std::string_view text;
  bool capitals = false;  // the steps are written as environment variables write them
  std::string pointer;    // of the place; the steps are added
  std::string_view source;
  read_json json = nullptr;
};

// Goes along the path and sets the value by the type that it has there. What does not fit becomes a finding and is not
// set. Texts are taken as they are; `null` empties an optional value other than a text; lists and objects are JSON.
void set_text(text_setting what, const reflect::slot& place, void* to, std::vector<finding>& findings,
              std::vector<std::string>& changed);

// Where no value of that type can have something at the end of the path: the sentence, with the pointer to the step
// that is not there. Steps are written as keys of JSON.
[[nodiscard]] std::optional<finding> unknown_key(std::span<const std::string> path, const reflect::slot& place,
                                                 std::string_view source);

// `max-body` and `max_body` as environment variables write them: MAX_BODY.
[[nodiscard]] std::string in_capitals(std::string_view name);

}  // namespace tenon::settings
