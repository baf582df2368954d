// What a route asks of a request before anything of its extension is entered: the host, and how often it comes.
#pragma once

#include <string>
#include <string_view>

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
[[nodiscard]] bool refuse_one_too_many(exchange& one, rate_limits& limits, const void* place, const passport* who,
                                       const route_terms& terms, rate_limits::time_point now);

}  // namespace tenon::web
