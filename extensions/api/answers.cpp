#include "answers.hpp"

#include <utility>

#include "tenon/web/error_body.hpp"
#include "tenon/web/failure.hpp"

namespace tenon_api {

namespace {

tenon::response refusal(std::string_view error, std::string_view message, int status) {
  return tenon::web::uncached(tenon::response::json(tenon::web::refusal_body(error, message), status));
}

}  // namespace

tenon::response readable_anywhere(tenon::response answer) {
  return std::move(answer).with("Access-Control-Allow-Origin", "*");
}

tenon::response good(std::string json) { return tenon::web::uncached(tenon::response::json(std::move(json))); }

tenon::response preflight(std::string methods) {
  return readable_anywhere(tenon::response::empty()
                               .with("Allow", methods)
                               .with("Access-Control-Allow-Methods", std::move(methods))
                               .with("Access-Control-Allow-Headers", "Authorization, Content-Type")
                               .with("Access-Control-Max-Age", "86400"));
}

tenon::response unauthorized() {
  return refusal("Unauthorized", "Missing or invalid auth token", 401).with("WWW-Authenticate", "Bearer");
}

tenon::response identity_required() {
  return refusal("Authentication method not allowed", "This operation requires OAuth authentication, not API key", 403);
}

tenon::response failed_to(std::string_view deed) {
  return refusal("Internal Server Error", "Failed to " + std::string(deed), 500);
}

}  // namespace tenon_api
