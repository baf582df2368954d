#include "tenon/web/failure.hpp"

#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/json/quoted.hpp"
#include "tenon/web/error_body.hpp"
#include "tenon/word/attempt.hpp"

namespace tenon::web {

namespace {

// {"underlying":{"message":"..."},<what the error brings>}
std::string debug_payload(const error& failure) {
  if (!failure.cause()) return failure.debug().empty() ? "{}" : failure.debug();
  std::string out = "{\"underlying\":{\"message\":";
  json::write_string(message_of(failure.cause()), out);
  out += '}';
  const std::string_view own = failure.debug();
  const std::size_t begin = own.find_first_not_of(" \t\r\n");
  const std::size_t inside = begin == std::string_view::npos ? begin : own.find_first_not_of(" \t\r\n", begin + 1);
  if (inside == std::string_view::npos || own[inside] == '}') return out += '}';
  return out.append(",").append(own.substr(inside));
}

}  // namespace

response uncached(response answer) {
  answer.headers.push_back({"Cache-Control", "no-cache, no-store, must-revalidate"});
  return answer;
}

response internal_error() noexcept {
  return response::json(literal(R"({"type":"unknown","message":"RuntError: unknown","data":{}})"), 500);
}

void detail::log_failure(const tenon::log& log, const request& from, const error& failure) {
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

response error_answer(const error& failure, bool debug, failure_shape shape) {
  const std::string_view type = to_string(failure.type());
  std::string body = shape == failure_shape::plain ? refusal_body(type, failure.message())
                                                   : failure_body(type, failure.message(), failure.data(),
                                                                  debug ? debug_payload(failure) : std::string());
  response answer = uncached(response::json(std::move(body), failure.status()));
  if (failure.status() == 401) answer.headers.push_back({"WWW-Authenticate", "Bearer"});
  return answer;
}

void answer_failure(exchange& one, const tenon::log& log, bool debug, failure_shape shape) noexcept {
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
}

}  // namespace tenon::web
