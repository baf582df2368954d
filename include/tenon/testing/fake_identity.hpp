// Who asks, in tests of what wants to know: put it where the extension `identity` stands.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/word/error.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/request.hpp"

namespace tenon::testing {

// `harness<club, fake_identity> on; on.send_as("ada", {.path = "/lounge"});` A token is the name of who shows it, a
// user with that id, and `ada@paint` one for whom the application `paint` acts; `root` is the administrator, `boss` has
// the role admin, `reader` a token for reading alone, and `key` an API key. `stale` is a token that has expired.
// Without a token nobody is known.
struct fake_identity {
  static constexpr auto manifest =
      tenon::manifest{.name = "identity", .version = "1.0.0", .doc = "Knows who asks, in a test."};

  // As the extension `identity` says it.
  struct caller {
    std::shared_ptr<const tenon::passport> passport{};
    std::string_view bearer_token{};
    error_type refusal = error_type::missing_token;
    std::string reason{};
  };
  class directory {
   public:
    // The header has the token with `Bearer ` in front or without.
    [[nodiscard]] caller authenticate(const request& from) const {
      ++asked_;
      std::string_view token = from.header("Authorization").value_or("");
      if (constexpr std::string_view scheme = "Bearer "; token.starts_with(scheme)) token.remove_prefix(scheme.size());
      caller out{.bearer_token = token};
      if (const auto failure = failures_.find(token); failure != failures_.end()) throw failure->second;
      if (token == "stale") out.refusal = error_type::expired_token;
      if (token.empty() || token == "stale") return out;
      const std::size_t at = std::min(token.find('@'), token.size());
      const std::string id(token.substr(0, at));
      passport who{.user = {.id = id, .email = std::string(id).append("@example.com")}};
      who.app = token.substr(std::min(at + 1, token.size()));
      if (token == "root") who.role = role::su;
      if (token == "boss") who.role = role::admin;
      if (token == "key") who.type = auth_type::api_key;
      if (token == "reader") who.scopes = std::vector{scope::read};
      out.passport = std::make_shared<const passport>(std::move(who));
      return out;
    }
    // As the extension `identity` does: for the administrator, and for who has no token.
    [[nodiscard]] std::optional<caller> known_at_once(const request& from) const {
      const std::string_view token = from.header("Authorization").value_or("");
      return token.empty() || token.ends_with("root") ? std::optional(authenticate(from)) : std::nullopt;
    }
    [[nodiscard]] int asked() const noexcept { return asked_; }

   private:
    friend struct fake_identity;
    std::map<std::string, error, std::less<>> failures_{};
    mutable std::atomic<int> asked_ = 0;
  };

  using exports = directory;
  directory& exported() noexcept { return known_; }
  // From now on whoever looks for that token's owner fails.
  void fails(std::string token, error how) { known_.failures_.insert_or_assign(std::move(token), std::move(how)); }

 private:
  directory known_{};
};

}  // namespace tenon::testing
