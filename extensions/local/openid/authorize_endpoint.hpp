// Where a login begins: a front end sends the browser here and gets it back with a code.
#pragma once

#include <optional>

#include "../storage/setting_store.hpp"
#include "../token/clock.hpp"
#include "authorize_request.hpp"
#include "email_judge.hpp"
#include "login_code.hpp"
#include "tenon/word/provider_context.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon_local {

// Any thread. Whoever logged in last is remembered in the database: `prompt=none` logs in as that person again, and the
// page comes filled in.
class authorize_endpoint {
 public:
  authorize_endpoint(database& in, clock now) : settings_(in), now_(std::move(now)) {}

  // GET: the page; with `prompt=none` no page but a code, or the error login_required.
  [[nodiscard]] tenon::response ask(const tenon::request& request, const tenon::provider_env& env) const;
  // POST: what the page sends. Refused from pages of other origins than this machine and the issuer.
  [[nodiscard]] tenon::response log_in(const tenon::request& request, const tenon::provider_env& env,
                                       const email_judge& may_log_in);

 private:
  [[nodiscard]] std::optional<person> remembered() const;
  [[nodiscard]] tenon::response send_back(const authorize_request& asked, const person& who) const;

  setting_store settings_;
  clock now_;
};

}  // namespace tenon_local
