// Answers to requests that no handler gets.
#pragma once

#include <cstddef>
#include <string_view>

#include "tenon/web/failure.hpp"
#include "tenon/web/match.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/exchange.hpp"

namespace tenon::web {

// Where the table has no row: 404, 405 with Allow, 501, or 204 with Allow to OPTIONS.
[[nodiscard]] response refusal(const request& from, const verdict& why);

inline void refuse(const verdict& why, exchange& one) noexcept {
  attempt([&] { one.response = refusal(one.request, why); }, [&] { one.response = internal_error(); });
}
inline void refuse(const trie& table, exchange& one) noexcept {
  refuse(explain(table, one.request.method, one.request.path), one);
}

// The extension whose route it is does not run.
void refuse_unavailable(exchange& one, std::string_view extension) noexcept;

// The body is longer than its route takes: than `limit` bytes.
void refuse_large_body(exchange& one, std::size_t limit) noexcept;

}  // namespace tenon::web
