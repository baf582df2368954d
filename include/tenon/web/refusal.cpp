#include "tenon/web/refusal.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include "tenon/web/error_body.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/web/large_body.hpp"
#include "tenon/word/attempt.hpp"

namespace tenon::web {

namespace {

std::string allow_list(method_set allowed) {
  std::string out;
  for (std::size_t i = 0; i < method_count; ++i) {
    if ((allowed >> i & 1U) == 0) continue;
    if (!out.empty()) out += ", ";
    out += method_names[i];
  }
  return out;
}

}  // namespace

response refusal(const request& from, const verdict& why) {
  const std::string allow = allow_list(static_cast<method_set>(why.allowed | only(method::options)));
  switch (why.what) {
    case outcome::options:
      return response::empty(204).with("Allow", allow);
    case outcome::method_not_allowed:
      return uncached(response::json(refusal_body("Method Not Allowed", std::string(from.method_name) +
                                                                            " is not supported for this endpoint"),
                                     405))
          .with("Allow", allow);
    case outcome::not_implemented:
      return uncached(
          response::json(refusal_body("Not Implemented", std::string(from.method_name) + " is not implemented"), 501));
    default:
      return uncached(response::json(R"({"error":"Not Found","message":"There is nothing at this path"})", 404));
  }
}

void refuse_unavailable(exchange& one, std::string_view extension) noexcept {
  attempt(
      [&] {
        one.response = uncached(
            response::json(refusal_body("Service Unavailable",
                                        std::string("The extension ").append(extension).append(" is not available")),
                           503));
      },
      [&] { one.response = internal_error(); });
}

void refuse_large_body(exchange& one, std::size_t limit) noexcept {
  attempt(
      [&] {
        if (wants_page(one.request.headers)) {
          one.response = large_body_page(limit, {});
          return;
        }
        one.response =
            uncached(response::json(refusal_body("Content Too Large", std::string("The body is longer than the ")
                                                                          .append(std::to_string(limit))
                                                                          .append(" bytes that this takes")),
                                    413));
      },
      [&] { one.response = internal_error(); });
}

}  // namespace tenon::web
