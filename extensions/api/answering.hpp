// From a request to an answer: who asks, what is done, and what is said where that fails.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "answers.hpp"
#include "tenon/contract/identity.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/name.hpp"
#include "tenon/word/provider_context.hpp"

namespace tenon_api {

// `work()` gives a response. A tenon::error says what it has to say; of anything else the client learns that `deed`
// failed, and the log everything.
template <class Context, class Work>
[[nodiscard]] tenon::response answered(const tenon::request& request, Context& ctx, std::string_view deed, Work work) {
  try {
    return readable_anywhere(work());
  } catch (const tenon::error&) {
    tenon::exchange failed{.request = request};
    tenon::web::answer_failure(failed, ctx.log(), ctx.environment().debug);
    return readable_anywhere(std::move(failed.response));
  } catch (const std::exception& problem) {
    ctx.log().about(request).error(
        std::string(request.method_name).append(" ").append(request.path).append(" failed: ").append(problem.what()));
  } catch (...) {
    ctx.log().about(request).error(std::string(request.method_name)
                                       .append(" ")
                                       .append(request.path)
                                       .append(" failed: something that is no std::exception was thrown"));
  }
  return readable_anywhere(failed_to(deed));
}

// `work(caller)` gives a response to somebody who is known; everybody else gets 401. Where nobody could find out who it
// is, that is a failure as any other: 500.
template <class Context, class Work>
[[nodiscard]] tenon::response answered_to_caller(const tenon::request& request, Context& ctx, std::string_view deed,
                                                 Work work) {
  using namespace tenon::literals;
  return answered(request, ctx, deed, [&] {
    const tenon_identity::caller found = ctx.import("identity"_ext).authenticate(request);
    if (!found.passport) return unauthorized();
    return work(tenon::authenticated_provider_context{request, ctx.impl_env(), found.bearer_token, *found.passport});
  });
}

}  // namespace tenon_api
