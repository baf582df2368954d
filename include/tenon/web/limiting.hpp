// What a route asks of a request before anything of its extension is entered: the host, and how often it comes.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/web/error_body.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/web/rate_limits.hpp"
#include "tenon/web/route_terms.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/request.hpp"

namespace tenon::web {

// `api.example.org` is for `api`, in whatever case, and nothing else is.
[[nodiscard]] inline bool is_for_subdomain(const request& from, std::string_view subdomain) noexcept {
  const std::string_view host = from.header("Host").value_or("");
  return host.size() > subdomain.size() + 1 && host[subdomain.size()] == '.' &&
         same_field_name(host.substr(0, subdomain.size()), subdomain);
}

// Whoever is known is counted as a user, whoever is not by the address: of IPv6 by the network of it, because a client
// is given all the addresses of one.
[[nodiscard]] std::string counted_caller(const request& from, const passport* who);

// True: it is answered with 429.
[[nodiscard]] inline bool refuse_one_too_many(exchange& one, rate_limits& limits, const void* place,
                                              const passport* who, const route_terms& terms,
                                              rate_limits::time_point now) {
  const std::chrono::seconds within(terms.within_seconds);
  const auto wait = limits.wait_for(place, counted_caller(one.request, who), terms.most_calls, within, now);
  if (wait.count() == 0) return false;
  std::string seconds = std::to_string(wait.count());
  std::string message = "This may be asked for ";
  message.append(std::to_string(terms.most_calls))
      .append(terms.most_calls == 1 ? " time in " : " times in ")
      .append(std::to_string(terms.within_seconds))
      .append(" seconds. Try again in ")
      .append(seconds)
      .append(" s.");
  one.response =
      uncached(response::json(refusal_body("Too Many Requests", message), 429)).with("Retry-After", std::move(seconds));
  return true;
}

}  // namespace tenon::web
