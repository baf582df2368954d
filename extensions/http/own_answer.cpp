#include "own_answer.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "sentence.hpp"
#include "status_phrase.hpp"
#include "tenon/word/request.hpp"

namespace tenon::http1 {

namespace {

[[nodiscard]] bool is_token(std::string_view name) noexcept {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

}  // namespace

response refusal_answer(refusal why) {
  const refusal_row& row = row_of(why);
  response out = response::json(
      sentence({R"({"error":")", phrase_of(row.status), R"(","message":")", row.message, R"("})"}), row.status);
  if (why == refusal::too_many_connections) return std::move(out).with("Retry-After", "1");
  return out;
}

response failure_answer() {
  return response::json(
      R"({"error":"Internal Server Error","message":"The server could not answer; its log says why."})", 500);
}

std::string fault_of(const response& answer, bool switches) {
  if ((answer.status < 200 || answer.status > 599) && !(switches && answer.status == 101))
    return sentence({"the status ", std::to_string(answer.status), ", but a final answer has one from 200 to 599"});
  for (const response_header& one : answer.headers) {
    const std::string_view name = one.name;
    if (!is_token(name)) return sentence({"a header called \"", name, "\", which is no header name"});
    for (std::string_view reserved : {"Content-Length", "Date", "Connection", "Transfer-Encoding"})
      // Upgrade has to be listed there (RFC 9110 section 7.8), also where the connection stays as it is.
      if (same_field_name(name, reserved) && !(same_field_name(name, "Connection") && one.value == "Upgrade"))
        return sentence({"the header ", name, ", which the server writes itself"});
    for (char c : one.value)
      if (c == '\r' || c == '\n' || c == '\0')
        return sentence({"a line break or a null byte in the value of the header ", name});
  }
  return {};
}

}  // namespace tenon::http1
