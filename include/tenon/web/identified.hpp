// Who asks, for a route that has an option on it.
#pragma once

#include <optional>
#include <utility>

#include "tenon/web/failure.hpp"
#include "tenon/web/route_terms.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/name.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/request.hpp"

namespace tenon::web {

// What identity finds, which has to live as long as the passport in it is used. Lets out what the provider throws.
template <class C>
[[nodiscard]] auto identified(C& ctx, const request& from) {
  using namespace tenon::literals;
  return ctx.import("identity"_ext).authenticate(from);
}

// The same where it can be found without blocking; none: it has to be looked for, or the provider cannot tell.
template <class C>
[[nodiscard]] auto identified_at_once(C& ctx, const request& from) {
  using namespace tenon::literals;
  if constexpr (requires { ctx.import("identity"_ext).known_at_once(from); })
    return ctx.import("identity"_ext).known_at_once(from);
  else
    return std::optional<decltype(identified(ctx, from))>();
}

namespace detail {
struct nobody_asked_for {};
// Who asks, where that is known already.
template <bool AsksWho, class C>
struct known_caller {
  using type = decltype(identified_at_once(std::declval<C&>(), std::declval<const request&>()));
};
template <class C>
struct known_caller<false, C> {
  using type = std::optional<nobody_asked_for>;
};
}  // namespace detail

// A connection uses its request again and again.
class known_meanwhile {
 public:
  known_meanwhile(exchange& one, const passport* who) noexcept : one_(one) { one.request.passport = who; }
  ~known_meanwhile() { one_.request.passport = nullptr; }
  known_meanwhile(const known_meanwhile&) = delete;
  known_meanwhile& operator=(const known_meanwhile&) = delete;

 private:
  exchange& one_;
};

[[nodiscard]] constexpr failure_shape shape_of_failures(const route_terms& terms) noexcept {
  return terms.plain_failures ? failure_shape::plain : failure_shape::whole;
}

// True: they may not, and it is answered. `who` is null where nobody is known, because of `refusal`.
[[nodiscard]] bool is_refused(const route_terms& terms, const passport* who, bool has_token, error_type refusal,
                              exchange& one);
template <class Caller>
[[nodiscard]] bool is_refused(const route_terms& terms, const Caller& found, exchange& one) {
  return is_refused(terms, found.passport.get(), !found.bearer_token.empty(), found.refusal, one);
}

}  // namespace tenon::web
