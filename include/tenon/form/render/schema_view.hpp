// Looking at a schema as a form does: references followed, types and choices read off.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/render/element.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

// `/a~1b/0`: the steps, `a/b` and `0`.
[[nodiscard]] std::vector<std::string> steps_of(std::string_view pointer);

// Follows `$ref` inside of `root`; what leads nowhere, out, or in a circle is as it stands. `at`, where it is given, is
// the pointer of `schema`, and becomes that of what is found.
[[nodiscard]] json::node followed(const json::node& root, json::node schema, std::string* at = nullptr);

[[nodiscard]] std::string_view text_of(const json::node& of, std::string_view key);
[[nodiscard]] bool is_true(const json::node& of, std::string_view key);
// A number as JSON; empty where there is none.
[[nodiscard]] std::string number_of(const json::node& of, std::string_view key);

// `integer`; of several the first that is not null. Where none is said, what the other keywords tell of; where any of
// several schemas is enough, a text, if that is one of them.
[[nodiscard]] std::string type_of(const json::node& root, const json::node& schema);
// Of enum, const, or a oneOf or anyOf of constants; of a list those of its items.
[[nodiscard]] std::vector<choice> choices_of(const json::node& root, const json::node& schema);

// A value as a field sends it: a text as it is, anything else as JSON.
[[nodiscard]] std::string as_typed(const json::node& value);

// `seen_on` and `seenOn`: "Seen on".
[[nodiscard]] std::string as_words(std::string_view key);

// What a question wants to be drawn as, by its UI schema or else by its schema; empty where neither says it.
[[nodiscard]] std::string_view wanted_format(const json::node& schema, const std::optional<json::node>& ui);

// `#/properties/a/properties/b`: the keys, `a` and `b`. None where it is something else.
[[nodiscard]] std::optional<std::vector<std::string>> keys_of_scope(std::string_view scope);

}  // namespace tenon::form
