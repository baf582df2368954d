// From a request to whoever sent it, over an implementation's providers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "administrator_token.hpp"
#include "contract.hpp"
#include "tenon/concepts/backend_extension.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/provider_context.hpp"

namespace tenon_identity {

// The text after `Bearer ` (the scheme without regard to case, RFC 9110 section 11.1); none without such a header.
[[nodiscard]] inline std::optional<std::string_view> bearer_token(const tenon::request& request) {
  constexpr std::string_view scheme = "Bearer ";
  const std::optional<std::string_view> header = request.header("Authorization");
  if (!header || header->size() <= scheme.size() || !tenon::same_field_name(header->substr(0, scheme.size()), scheme))
    return std::nullopt;
  return header->substr(scheme.size());
}

// Who holds the administrator's token. No provider knows this user.
[[nodiscard]] inline const std::shared_ptr<const tenon::passport>& administrator() {
  static const auto passport = std::make_shared<const tenon::passport>(
      tenon::passport{.user = {.id = "administrator", .email = "administrator@localhost", .name = "Administrator"},
                      .role = tenon::role::su});
  return passport;
}

// A key of the implementation's, else an identity token. A key that the administrator has made is the administrator's,
// without the rights over the host; whoever else bears that name would find what is kept for the administrator.
template <tenon::BackendExtension Implementation>
[[nodiscard]] tenon::passport verified(Implementation& impl, const tenon::provider_context& ctx) {
  if (impl.api_key.is_api_key(ctx)) return impl.api_key.validate_api_key(ctx);
  if constexpr (tenon::HasIdentity<Implementation>) {
    tenon::passport found = impl.identity.identify(ctx);
    if (found.user.id == administrator()->user.id)
      throw tenon::error(tenon::error_type::invalid_token, "a user may not be called administrator");
    return found;
  } else {
    throw tenon::error(tenon::error_type::invalid_token, "this implementation knows no identity tokens");
  }
}

// What needs no provider: nobody without a token, and the administrator.
[[nodiscard]] inline std::optional<caller> known_at_once(const administrator_token& administrators,
                                                         const tenon::request& request) {
  const std::optional<std::string_view> token = bearer_token(request);
  if (!token) return caller{.reason = "no bearer token"};
  if (!administrators.matches(*token)) return std::nullopt;
  return caller{.passport = administrator(), .bearer_token = *token};
}

// Throws what the implementation does where it could not tell. That is no refusal: a client with a good token would
// throw it away, and an operator would look for the fault in tokens.
template <tenon::BackendExtension Implementation>
[[nodiscard]] caller look_up(const administrator_token& administrators, Implementation& impl,
                             const tenon::provider_env& env, const tenon::request& request) {
  if (std::optional<caller> known = known_at_once(administrators, request)) return *std::move(known);
  const std::optional<std::string_view> token = bearer_token(request);
  caller out{.bearer_token = *token};
  try {
    tenon::passport passport = verified(impl, {.request = request, .env = env, .bearer_token = token});
    if (passport.user.id.empty())
      throw tenon::error(tenon::error_type::invalid_token, "the implementation's passport has a user without an id");
    passport.role = tenon::role::user;  // rights over the host are the host's to give
    out.passport = std::make_shared<const tenon::passport>(std::move(passport));
  } catch (const tenon::error& refused) {
    if (refused.status() >= 500) throw;
    out.refusal = refused.type();
    out.reason = refused.message();
  }
  return out;
}

}  // namespace tenon_identity
