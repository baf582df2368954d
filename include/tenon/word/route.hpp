// Routes are types: an extension lists them, and the compiler finds the handler by overload resolution.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "tenon/word/fixed_string.hpp"
#include "tenon/word/method.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/query.hpp"

namespace tenon {

// The parameters of a pattern: `/keys/{id}` has one, `/files/{path...}` has one that takes all the rest, slashes
// included.
[[nodiscard]] constexpr std::size_t count_parameters(std::string_view pattern) {
  std::size_t count = 0;
  for (char c : pattern) count += c == '{';
  return count;
}
// The name of parameter `index`, without braces and dots.
[[nodiscard]] constexpr std::string_view parameter_name(std::string_view pattern, std::size_t index) {
  // By hand: searching a template argument by `find` is no constant to g++ 12 with -fsanitize=undefined.
  auto position_of = [&](char wanted, std::size_t from) {
    while (from < pattern.size() && pattern[from] != wanted) ++from;
    return from;
  };
  std::size_t from = position_of('{', 0) + 1;
  for (; index > 0; --index) from = position_of('{', from) + 1;
  std::string_view name = pattern.substr(from, position_of('}', from) - from);
  if (name.ends_with("...")) name.remove_suffix(3);
  return name;
}

namespace detail {
// Who asks for a parameter that there is not finds nothing here; diagnostic/unknown_parameter.hpp says so.
template <class Route, fixed_string Name>
struct parameter_not_there;
}  // namespace detail

// A method and a pattern. As an object, given to the handler, it holds what the parameters matched.
//   using greet = tenon::get<"/hello/{name}">;
//   using routes = tenon::routes<greet>;
//   tenon::response handle(greet route, const tenon::request&) { return tenon::response::text(route.at<"name">()); }
// Options are the types below.
template <tenon::method Method, fixed_string Pattern, class... Options>
struct route {
  static constexpr tenon::method method = Method;
  static constexpr std::string_view pattern = Pattern.view();
  static constexpr std::size_t parameter_count = count_parameters(pattern);

  std::array<std::string_view, parameter_count> matched{};  // still percent-encoded, pointing into the request

  template <fixed_string Name>
  static constexpr std::size_t index_of() {
    for (std::size_t i = 0; i < parameter_count; ++i)
      if (parameter_name(pattern, i) == Name.view()) return i;
    return parameter_count;
  }
  // The text that the parameter matched, decoded. A name that the pattern does not have does not compile.
  template <fixed_string Name>
    requires(index_of<Name>() < parameter_count)
  [[nodiscard]] std::string at() const {
    return percent_decoded(matched[index_of<Name>()]);
  }
  template <fixed_string Name>
  auto& at() const {
    return detail::parameter_not_there<route, Name>::said::error;
  }
};

template <fixed_string Pattern, class... Options>
using get = route<method::get, Pattern, Options...>;
template <fixed_string Pattern, class... Options>
using head = route<method::head, Pattern, Options...>;
template <fixed_string Pattern, class... Options>
using post = route<method::post, Pattern, Options...>;
template <fixed_string Pattern, class... Options>
using put = route<method::put, Pattern, Options...>;
template <fixed_string Pattern, class... Options>
using delete_ = route<method::delete_, Pattern, Options...>;
template <fixed_string Pattern, class... Options>
using patch = route<method::patch, Pattern, Options...>;
template <fixed_string Pattern, class... Options>
using options = route<method::options, Pattern, Options...>;

// Option, written by `web_socket` alone.
struct by_web_socket {};
// A web socket (RFC 6455); its handler is a conversation: word/web_socket.hpp.
template <fixed_string Pattern, class... Options>
using web_socket = route<method::get, Pattern, by_web_socket, Options...>;

// What an extension serves: `using routes = tenon::routes<list, create>;`
template <class... Routes>
struct routes {};

// Option: the handler may block. It runs on a thread of its own pool, never on a connection's thread.
struct blocking {};

// Options on who may. The extension needs `identity`, which is asked on a thread that may block, as is the handler
// then, unless it is a task. Whoever may not is answered with 401 or 403, and the handler is not entered. Who it is
// stands in `request.passport`.
struct authenticated {};
// Whoever shows no token is nobody, and `request.passport` is null; a token that is not good is 401 all the same.
struct optionally_authenticated {};
template <role Least>
struct requires_role {};
// The handler itself looks who it is, and refuses in words of its own: for doors that answer as others have long done.
// Nothing is asked for it; it is what tables and documents say of the route.
struct asks_itself {};
// Option: whoever may not, and what the handler throws, is answered with `{"error", "message"}`, as the server's own
// refusals are: for doors whose clients know no other body.
struct plain_failures {};
// A caller whose token says nothing of scopes has all.
template <scope Wanted>
struct requires_scope {};

// Of several on the same, the strictest counts: the highest role, every scope, the smallest limit. A limit of 0 is
// refused.
// Option: a longer body is answered with 413. What `http.body_limit` does not let in is refused before.
template <std::size_t Bytes>
struct body_limit {};

// Option: so many requests in so many seconds, of each who is known, and of each address where nobody is. One too many
// is answered with 429 and Retry-After.
template <unsigned MostCalls, unsigned WithinSeconds = 60>
struct rate_limit {};

// Option: this is there for a host `api.` and whatever comes behind; for others, the next route that matches.
template <fixed_string Name>
struct subdomain {};

// Option: every request goes through these, in this order, and its answer back again (concepts/middleware.hpp).
template <class... Middleware>
struct through {};

// The options of the web-handler hooks of an extension: `using web_options = tenon::web_options<tenon::authenticated>;`
template <class... Options>
struct web_options {};
// Options of web sockets. A longer message closes with 1009. What `http.message_limit` does not let in is refused all
// the same.
template <std::size_t Bytes>
struct message_limit {};
// A browser is let in from pages of other origins too; else it gets 403.
struct any_origin {};

}  // namespace tenon
