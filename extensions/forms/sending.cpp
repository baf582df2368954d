#include "sending.hpp"

#include <algorithm>
#include <cstddef>

#include "digest.hpp"

namespace tenon_forms {

bool is_key(std::string_view text) noexcept {
  constexpr std::size_t longest = 64;
  return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  });
}

std::string sending_of(std::string_view key, std::string_view actor, std::string_view body) {
  // What stands before the body says how long it is, so where it ends is no matter of what it holds.
  const std::string all =
      std::string(key).append(" ").append(std::to_string(actor.size())).append(" ").append(actor).append(body);
  return sha256_of(all);
}

}  // namespace tenon_forms
