#include "authorize_endpoint.hpp"

#include <boost/json.hpp>

#include "login_page.hpp"
#include "redirect_uri.hpp"
#include "request_rules.hpp"
#include "tenon/sqlite/database_error.hpp"

namespace tenon_local {

namespace {

namespace json = boost::json;

constexpr std::string_view row = "local-auth-registration";
constexpr std::chrono::seconds code_lifetime{60};

tenon::response html(std::string text, int status) {
  // After the form is sent the browser is led to localhost, which form-action would otherwise forbid.
  return tenon::response::html(std::move(text), status)
      .with("Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http://localhost:*; "
            "frame-ancestors 'none'; base-uri 'none'")
      .with("X-Content-Type-Options", "nosniff")
      .with("Referrer-Policy", "same-origin")
      .with("Cache-Control", "no-store");
}

tenon::response redirect(std::string to) {
  return tenon::response::empty(303).with("Location", std::move(to)).with("Cache-Control", "no-store");
}

tenon::response send_back_error(const authorize_request& asked, std::string_view error) {
  std::vector<std::pair<std::string_view, std::string_view>> parameters{{"error", error}};
  if (!asked.state.empty()) parameters.emplace_back("state", asked.state);
  return redirect(with_parameters(asked.redirect_uri, parameters));
}

}  // namespace

tenon::response authorize_endpoint::ask(const tenon::request& request, const tenon::provider_env& env) const {
  check_issuer(env);
  const auto fields = form::from(request.query);
  if (!fields) return html(refusal_page("The parameters are malformed, or one of them comes twice."), 400);
  const auto asked = authorize_request::from(*fields);
  if (const auto problem = asked.dead_end(); !problem.empty()) return html(refusal_page(problem), 400);
  if (const auto error = asked.refusal(); !error.empty()) return send_back_error(asked, error);
  const auto who = remembered();
  if (asked.prompt == "none") return who ? send_back(asked, *who) : send_back_error(asked, "login_required");
  return html(login_page(asked, who.value_or(person{}), ""), 200);
}

tenon::response authorize_endpoint::log_in(const tenon::request& request, const tenon::provider_env& env,
                                           const email_judge& may_log_in) {
  check_issuer(env);
  check_origin(request, env);
  const auto fields = has_form(request) ? form::from(request.body) : std::nullopt;
  if (!fields) return html(refusal_page("The form is malformed, or one of its fields comes twice."), 400);
  const auto asked = authorize_request::from(*fields);
  if (const auto problem = asked.dead_end(); !problem.empty()) return html(refusal_page(problem), 400);
  if (const auto error = asked.refusal(); !error.empty()) return send_back_error(asked, error);

  const person who{std::string((*fields)["firstName"]), std::string((*fields)["lastName"]),
                   std::string((*fields)["email"])};
  if (const auto problem = problem_of(who); !problem.empty()) return html(login_page(asked, who, problem), 400);
  if (!may_log_in(who.email)) return html(login_page(asked, who, "This email address may not log in here"), 400);
  tenon::response answer = send_back(asked, who);
  if (answer.status == 303)
    reworded("Failed to remember the login in the database",
             [&] { settings_.put(row, json::serialize(json_of(who))); });
  return answer;
}

std::optional<person> authorize_endpoint::remembered() const {
  const auto text = reworded("Failed to read the last login from the database", [&] { return settings_.find(row); });
  if (!text) return std::nullopt;
  json::error_code failure;
  const json::value value = json::parse(*text, failure);
  return !failure && value.is_object() ? person_from(value.get_object()) : std::nullopt;
}

tenon::response authorize_endpoint::send_back(const authorize_request& asked, const person& who) const {
  const login_code code{.who = who,
                        .redirect_uri = asked.redirect_uri,
                        .code_challenge = asked.bound_challenge(),
                        .nonce = asked.nonce,
                        .expires_at = to_seconds(now_() + code_lifetime)};
  const std::string text = code.to_text();
  // What cannot be read back is not UTF-8.
  if (!login_code::from(text)) return html(login_page(asked, {}, "Names and addresses have to be valid UTF-8"), 400);
  std::vector<std::pair<std::string_view, std::string_view>> parameters{{"code", text}};
  if (!asked.state.empty()) parameters.emplace_back("state", asked.state);
  return redirect(with_parameters(asked.redirect_uri, parameters));
}

}  // namespace tenon_local
