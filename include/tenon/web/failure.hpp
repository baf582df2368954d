// What a handler threw becomes an answer and, where it is the server's fault, a line in the log.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/web/error_body.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/log.hpp"

namespace tenon::web {

// For answers that nobody may keep: refusals, failures, and whatever concerns one caller only.
[[nodiscard]] inline response uncached(response answer) {
  answer.headers.push_back({"Cache-Control", "no-cache, no-store, must-revalidate"});
  return answer;
}

// Cannot fail: for whoever has no memory left for more.
[[nodiscard]] inline response internal_error() noexcept {
  return response::json(literal(R"({"type":"unknown","message":"RuntError: unknown","data":{}})"), 500);
}

namespace detail {

// {"underlying":{"message":"..."},<what the error brings>}
[[nodiscard]] inline std::string debug_payload(const error& failure) {
  if (!failure.cause()) return failure.debug().empty() ? "{}" : failure.debug();
  std::string out = "{\"underlying\":{\"message\":";
  append_json_string(out, message_of(failure.cause()));
  out += '}';
  const std::string_view own = failure.debug();
  const std::size_t begin = own.find_first_not_of(" \t\r\n");
  const std::size_t inside = begin == std::string_view::npos ? begin : own.find_first_not_of(" \t\r\n", begin + 1);
  if (inside == std::string_view::npos || own[inside] == '}') return out += '}';
  return out.append(",").append(own.substr(inside));
}

// What the client did wrong is no matter for the log; what it is not told of that is, for whoever looks closely.
inline void log_failure(const tenon::log& log, const request& from, const error& failure) {
  const bool is_servers = failure.status() >= 500;
  if (!is_servers && (!failure.cause() || !log.shows(log_level::debug))) return;
  std::string line(from.method_name);
  line.append(" ")
      .append(from.path)
      .append(" failed: ")
      .append(to_string(failure.type()))
      .append(": ")
      .append(failure.message());
  if (!failure.data().empty()) line.append(", data ").append(failure.data());
  if (!failure.debug().empty()) line.append(", debug ").append(failure.debug());
  if (failure.cause()) line.append(", caused by: ").append(message_of(failure.cause()));
  is_servers ? log.error(line) : log.debug(line);
}

}  // namespace detail

// How the body of a failure looks: with all that the error brings, or as a refusal of the server's own.
enum class failure_shape : std::uint8_t { whole, plain };

[[nodiscard]] inline response error_answer(const error& failure, bool debug,
                                           failure_shape shape = failure_shape::whole) {
  const std::string_view type = to_string(failure.type());
  std::string body = shape == failure_shape::plain
                         ? refusal_body(type, failure.message())
                         : failure_body(type, failure.message(), failure.data(),
                                        debug ? detail::debug_payload(failure) : std::string());
  response answer = uncached(response::json(std::move(body), failure.status()));
  if (failure.status() == 401) answer.headers.push_back({"WWW-Authenticate", "Bearer"});
  return answer;
}

// Only while an exception is handled: answers with it. A tenon::error says what it has to say; anything else is
// `unknown`, of which the log gets all and the client nothing.
inline void answer_failure([[maybe_unused]] exchange& one, [[maybe_unused]] const tenon::log& log,
                           [[maybe_unused]] bool debug,
                           [[maybe_unused]] failure_shape shape = failure_shape::whole) noexcept {
#if defined(__cpp_exceptions)
  try {
    try {
      throw;
    } catch (const error& failure) {
      detail::log_failure(log.about(one.request), one.request, failure);
      one.response = error_answer(failure, debug, shape);
    } catch (...) {
      const error failure(error_type::unknown, {.cause = std::current_exception()});
      detail::log_failure(log.about(one.request), one.request, failure);
      one.response = error_answer(failure, debug, shape);
    }
  } catch (...) {
    one.response = internal_error();
  }
#endif
}

}  // namespace tenon::web
