// One step in the route table: from a node, by a text, to the next one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tenon/web/pattern.hpp"
#include "tenon/web/trie.hpp"

namespace tenon::web::detail {

// No node.
inline constexpr std::uint32_t nowhere = 0xffffffff;

// Where that text leads from `parent`.
[[nodiscard, gnu::always_inline]] constexpr inline std::uint32_t follow(const trie& table, std::uint32_t parent,
                                                                        const char* text,
                                                                        const segment_key& key) noexcept {
  const std::uint64_t place = place_of(key, parent);
  for (std::size_t i = digest(key, parent) >> table.shape.shift;; i = (i + 1) & table.shape.last_edge) {
    const edge& slot = table.edges[i];
    if (slot.first == key.first && slot.last == key.last && slot.place == place && slot.taken) [[likely]] {
      if (key.length <= longest_exact_key) [[likely]]
        return slot.child;
      const node_text& leads = table.texts[slot.child];
      if ((parent == outside ? leads.whole : leads.step) == std::string_view(text, key.length)) return slot.child;
    }
    if (!slot.taken) return nowhere;
  }
}

// The path has /%61 where the pattern has /a: rare, and the same to RFC 3986. `parent` is
// a node's place in the table.
[[nodiscard, gnu::noinline]] constexpr std::uint32_t encoded_literal(const trie& table, std::uint32_t parent,
                                                                     std::string_view text) noexcept {
  auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
  std::array<char, longest_segment> plain{};
  std::size_t size = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (size == plain.size()) return nowhere;
    const bool encoded = text[i] == '%' && i + 2 < text.size();
    plain[size++] = encoded ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    i += encoded ? 2 : 0;
  }
  return follow(table, parent, plain.data(), key_of({plain.data(), size}));
}

[[nodiscard]] constexpr bool has_percent(const char* text, stretch one) noexcept {
  if (one.length <= 8) return bytes_equal(one.first, '%') != 0;
  return std::string_view(text, one.length).find('%') != std::string_view::npos;
}

// The literal step that leads on from the node `parent`; 0: none.
[[nodiscard, gnu::always_inline]] constexpr inline std::uint32_t literal_step(const trie& table, std::uint32_t parent,
                                                                              const char* text, stretch one) noexcept {
  std::uint32_t next = follow(table, parent, text, key_of(text, one));
  if (next == nowhere && has_percent(text, one)) [[unlikely]]
    next = encoded_literal(table, parent, {text, one.length});
  return next == nowhere ? 0 : next;
}

}  // namespace tenon::web::detail
