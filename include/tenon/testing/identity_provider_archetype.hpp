// The least type that satisfies IdentityProvider, with tokens that a test hands out.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "tenon/concepts/identity_provider.hpp"
#include "tenon/word/api_key.hpp"
#include "tenon/word/error.hpp"

namespace tenon::testing {

// `issue` before it is used by several threads.
class identity_provider_archetype {
 public:
  explicit identity_provider_archetype(std::function<timestamp()> now) : now_(std::move(now)) {}

  // A token of that issuer for that user.
  std::string issue(std::string issuer, tenon::user user, timestamp expires_at) {
    tokens_.push_back({std::move(issuer), std::move(user), expires_at});
    return "archetype-token-" + std::to_string(tokens_.size() - 1);
  }

  passport identify(const provider_context& ctx) {
    if (!ctx.bearer_token) throw error(error_type::missing_token);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if ("archetype-token-" + std::to_string(i) != *ctx.bearer_token) continue;
      if (tokens_[i].issuer != ctx.env.auth_issuer) throw error(error_type::invalid_token);
      if (tokens_[i].expires_at <= now_()) throw error(error_type::expired_token);
      return {.type = auth_type::oauth, .user = tokens_[i].user};
    }
    throw error(error_type::wrong_signature);
  }

 private:
  struct token {
    std::string issuer;
    tenon::user user;
    timestamp expires_at;
  };
  std::vector<token> tokens_;
  std::function<timestamp()> now_;
};

static_assert(IdentityProvider<identity_provider_archetype>);

}  // namespace tenon::testing
