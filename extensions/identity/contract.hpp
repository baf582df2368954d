// What the identity extension exports: who a request comes from.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "tenon/word/error.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/request.hpp"

namespace tenon_identity {

// Known, or not and why. `bearer_token` points into the request.
struct caller {
  std::shared_ptr<const tenon::passport> passport{};             // null: unknown
  std::string_view bearer_token{};                               // empty: the request had none
  tenon::error_type refusal = tenon::error_type::missing_token;  // where unknown: why, for logs; clients get no detail
  std::string reason{};
};

// Import it as `ctx.import("identity"_ext)`. Whoever cannot be known is unknown; where the implementation failed before
// it could tell (`unknown`, `server_misconfigured`, anything but a tenon::error), what it threw comes out. Let it pass
// through the handler: that answers 500 and logs the cause. From any thread. May do what the implementation does to
// verify a token, so call it once per request.
class directory {
 public:
  explicit directory(std::function<caller(const tenon::request&)> lookup) : lookup_(std::move(lookup)) {}
  [[nodiscard]] caller authenticate(const tenon::request& request) const { return lookup_(request); }

 private:
  std::function<caller(const tenon::request&)> lookup_;
};

}  // namespace tenon_identity
