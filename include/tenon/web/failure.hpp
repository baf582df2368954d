// What a handler threw becomes an answer and, where it is the server's fault, a line in the log.
#pragma once

#include <cstdint>

#include "tenon/word/error.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon::web {

// For answers that nobody may keep: refusals, failures, and whatever concerns one caller only.
[[nodiscard]] response uncached(response answer);

// Cannot fail: for whoever has no memory left for more.
[[nodiscard]] response internal_error() noexcept;

namespace detail {

// What the client did wrong is no matter for the log; what it is not told of that is, for whoever looks closely.
void log_failure(const tenon::log& log, const request& from, const error& failure);

}  // namespace detail

// How the body of a failure looks: with all that the error brings, or as a refusal of the server's own.
enum class failure_shape : std::uint8_t { whole, plain };

[[nodiscard]] response error_answer(const error& failure, bool debug, failure_shape shape = failure_shape::whole);

// Only while an exception is handled: answers with it. A tenon::error says what it has to say; anything else is
// `unknown`, of which the log gets all and the client nothing.
void answer_failure(exchange& one, const tenon::log& log, bool debug,
                    failure_shape shape = failure_shape::whole) noexcept;

}  // namespace tenon::web
