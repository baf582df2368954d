// What is known of one thing that an extension serves, and what is wrong with its options.
#pragma once

#include <string_view>

#include "tenon/concepts/middleware.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/web/route_fault.hpp"
#include "tenon/web/route_row.hpp"
#include "tenon/web/served.hpp"
#include "tenon/word/forward.hpp"
#include "tenon/word/need.hpp"
#include "tenon/word/route.hpp"

namespace tenon::web::detail {

template <class X>
constexpr bool may_ask() {
  for (const need& one : X::manifest.needs)
    if (one.name == "identity" && one.presence == presence::required) return true;
  return false;
}

// What is known of one entry of a list of routes.
struct entry {
  bool cannot_ask = false;  // who somebody is
  route_fault fault = route_fault::not_a_route;
  bool waits = false;
  std::string_view problem{};
  std::string_view unknown_option{};
  bool contradicts = false;  // it is one, but not beside another
  bool misplaced = false;    // web sockets alone have it
  std::string_view wrong_middleware{};
  bool leads_on = false;  // and has options that would be passed over
  route_row row{};
};

// The first that cannot be called; empty where all can.
template <class C, class Through>
inline constexpr std::string_view wrong_middleware{};
template <class C, class... M>
inline constexpr std::string_view wrong_middleware<C, through<M...>> = [] {
  std::string_view first;
  [[maybe_unused]] auto look_at = [&](bool good, std::string_view name) {
    if (!good && first.empty()) first = name;
  };
  (look_at(Middleware<M, C>, reflect::type_name<M>()), ...);
  return first;
}();
inline constexpr std::string_view all_options =
    "tenon::blocking, tenon::authenticated, tenon::optionally_authenticated, tenon::requires_role, "
    "tenon::requires_scope, tenon::plain_failures, tenon::body_limit, tenon::rate_limit, tenon::subdomain and "
    "tenon::through, and of web sockets tenon::message_limit and tenon::any_origin";
constexpr bool is_misplaced(const route_terms& terms) noexcept {
  return !terms.web_socket && (terms.message_limit != 0 || terms.any_origin);
}
// Of the options that were refused: a limit goes beside every other, so what is wrong with it is a 0.
constexpr bool is_limit(std::string_view option) noexcept {
  for (std::string_view one : {"tenon::body_limit<", "tenon::rate_limit<", "tenon::message_limit<"})
    if (option.starts_with(one)) return true;
  return false;
}
// What is wrong with the options themselves, behind `what`, which has them.
constexpr diagnostic::sentence about_options(const entry& one, const diagnostic::sentence& what) {
  diagnostic::sentence out = what;
  if (one.cannot_ask) {
    out.add(
        " with an option on who may, and does not need identity, which knows who somebody is. "
        "Add {`identity`} to its needs.");
  } else if (is_limit(one.unknown_option)) {
    out.add(" with the option ");
    out.add(one.unknown_option);
    out.add(", which would let nothing in. Give it numbers above 0, or leave it out.");
  } else if (!one.unknown_option.empty()) {
    out.add(" with the option ");
    out.add(one.unknown_option);
    out.add(one.contradicts ? ", which does not go with one before it. Leave one of the two out"
                            : ", which is none. Leave it out; there are ");
    out.add(one.contradicts ? "" : all_options);
    out.add(".");
  } else if (one.misplaced) {
    out.add(
        " with an option that web sockets alone have. Leave tenon::message_limit and tenon::any_origin out, or make it "
        "a tenon::web_socket.");
  } else {
    out.add(" through ");
    out.add(one.wrong_middleware);
    out.add(
        ", which cannot be called. Give it a public static std::optional<tenon::response> before(const "
        "tenon::request&), or void after(const tenon::request&, tenon::response&), or both, with auto& ctx behind "
        "or without.");
  }
  return out;
}
template <class X, class C, class T>
constexpr entry entry_of() {
  if constexpr (!is_route<T>)
    return {};
  else {
    using served = served_route<T>;
    entry out{.problem = served::problem,
              .unknown_option = options_of<T>::list::unknown,
              .contradicts = options_of<T>::list::contradicts,
              .misplaced = is_misplaced(served::terms),
              .wrong_middleware = wrong_middleware<C, typename served::middleware>};
    out.row = {T::method, T::pattern, X::manifest.name, {}, served::blocking, served::segments, served::terms};
    out.waits = is_task<typename handling<X, T, C>::answer>;
    out.cannot_ask = served::terms.asks_who() && !may_ask<X>();
    out.leads_on = is_forward<typename handling<X, T, C>::answer> &&
                   (served::blocking || served::terms.asks_who() || !served::terms.middleware.empty());
    const bool is_malformed =
        !out.problem.empty() || !out.unknown_option.empty() || !out.wrong_middleware.empty() || out.misplaced;
    const bool never_blocks = out.waits || served::terms.web_socket;
    const bool is_unhandled = !handling<X, T, C>::exists || (served::blocking && never_blocks) || out.leads_on;
    out.fault = is_malformed || out.cannot_ask ? route_fault::malformed
                : is_unhandled                 ? route_fault::unhandled
                                               : route_fault::none;
    return out;
  }
}

}  // namespace tenon::web::detail
