// The query of a target, taken apart.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tenon {

// Turns %41 into A. The door has refused every malformed encoding before a handler runs.
[[nodiscard]] inline std::string percent_decoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdefABCDEF";
  const auto is_digit = [&](char c) { return digits.find(c) != std::string_view::npos; };
  auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && is_digit(text[i + 1]) && is_digit(text[i + 2])) {
      out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

// Calls f(name, value) for each pair of `subject=Dave&polite`, decoded, a `+` being a space; a name without `=` has an
// empty value.
template <class F>
void each_in_query(std::string_view query, F f) {
  const auto plain = [](std::string_view text) {
    std::string out(text);
    std::replace(out.begin(), out.end(), '+', ' ');
    return percent_decoded(out);
  };
  while (!query.empty()) {
    const std::string_view one = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(one.size() + 1, query.size()));
    const std::size_t joint = std::min(one.find('='), one.size());
    if (!one.empty()) f(plain(one.substr(0, joint)), plain(one.substr(std::min(joint + 1, one.size()))));
  }
}

// The first value of that name; none where it is not there.
[[nodiscard]] inline std::optional<std::string> query_value(std::string_view query, std::string_view name) {
  std::optional<std::string> out;
  each_in_query(query, [&](const std::string& key, std::string value) {
    if (!out && key == name) out = std::move(value);
  });
  return out;
}

}  // namespace tenon
