#include "tenon/web/limiting.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/web/error_body.hpp"
#include "tenon/web/failure.hpp"

namespace tenon::web {

namespace {

constexpr std::size_t network_size = 8;  // a /64 is the least that is given to one client
constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

std::string counted_address(std::string_view address) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  if (address.find(':') == std::string_view::npos ||
      inet_pton(AF_INET6, std::string(address).c_str(), bytes.data()) != 1)
    return std::string("address ").append(address);
  std::array<char, INET_ADDRSTRLEN> four{};
  if (std::equal(mapped.begin(), mapped.end(), bytes.begin()) &&
      inet_ntop(AF_INET, bytes.data() + mapped.size(), four.data(), four.size()) != nullptr)
    return std::string("address ").append(four.data());
  return std::string("network ").append(bytes.begin(), bytes.begin() + network_size);
}

}  // namespace

std::string counted_caller(const request& from, const passport* who) {
  return who != nullptr ? std::string("user ").append(who->user.id) : counted_address(from.remote_address);
}

bool refuse_one_too_many(exchange& one, rate_limits& limits, const void* place, const passport* who,
                         const route_terms& terms, rate_limits::time_point now) {
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
