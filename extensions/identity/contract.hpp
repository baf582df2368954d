// What the identity extension exports: who a request comes from.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

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
// verify a token, so call it once per request, on a thread that may block.
class directory {
 public:
  using known = std::function<std::optional<caller>(const tenon::request&)>;
  using look_up = std::function<caller(const tenon::request&)>;

  directory(known at_once, look_up in_full) : at_once_(std::move(at_once)), in_full_(std::move(in_full)) {}
  [[nodiscard]] caller authenticate(const tenon::request& request) const { return in_full_(request); }
  // What authenticate() would find, where nobody has to be asked for it: who has no token, and the administrator. None:
  // it would have to look. Never blocks.
  [[nodiscard]] std::optional<caller> known_at_once(const tenon::request& request) const { return at_once_(request); }

 private:
  known at_once_;
  look_up in_full_;
};

}  // namespace tenon_identity
