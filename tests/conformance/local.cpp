// The laws on the stand-alone implementation, with a database file of its own for every law.
#include <boost/json.hpp>
#include <implementation/local.hpp>

#include "moving_clock.hpp"
#include "tenon/concepts/backend_extension.hpp"
#include "tenon/testing/api_key_provider_laws.hpp"
#include "tenon/testing/identity_provider_laws.hpp"
#include "tenon/testing/permissions_provider_laws.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace tenon::testing {

namespace {

static_assert(BackendExtension<::local>);
static_assert(HasIdentity<::local> && HasPermissions<::local>);
static_assert(PublishesKeySets<tenon_local::local_api_key_provider>);

struct stage {
  scratch_folder folder{};  // made first and destroyed last, after the database is closed
  moving_clock clock{};
  provider_env environment{
      .db = folder.path("local.db"), .auth_issuer = "http://localhost:8080/local_oidc", .extension_config = "{}"};
  tenon_local::database database{environment.db};

  const provider_env& env() const { return environment; }
  timestamp now() const { return clock.now(); }
  void pass_time(std::chrono::milliseconds duration) { clock.pass(duration); }
};

struct api_key_stage : stage {
  static constexpr bool makes_keys = true;
  tenon_local::local_api_key_provider keys{database, clock.function()};
  auto& provider() { return keys; }
};

struct permissions_stage : stage {
  static constexpr bool grants = true;
  tenon_local::local_permissions_provider permissions{database, clock.function()};
  auto& provider() { return permissions; }
};

// Tokens come from where people get them: the token endpoint. Bad ones are good ones, bent and signed again with the
// key of the provider itself.
struct identity_stage : stage {
  tenon_local::local_identity_provider identities{database, clock.function()};
  tenon_local::openid_provider logins{database, clock.function()};
  auto& provider() { return identities; }

  boost::json::object log_in(const user& who) {
    const tenon_local::login_code code{.who = {who.given_name.value_or(""), who.family_name.value_or(""), who.email}};
    const std::string body = "grant_type=authorization_code&client_id=local-anode-client&code=" + code.to_text();
    const header type{.name = "Content-Type", .value = "application/x-www-form-urlencoded"};
    const tenon::response answer = logins.token({.method = method::post, .headers = {&type, 1}, .body = body},
                                                environment, [](const std::string&) { return true; });
    return boost::json::parse(answer.body.view()).as_object();
  }
  std::string token(const user& who) { return std::string(log_in(who).at("access_token").as_string()); }

  std::vector<std::pair<std::string, std::string>> bad_tokens() {
    const std::string none_header = "eyJhbGciOiJub25lIiwia2lkIjoiMSJ9";  // {"alg":"none","kid":"1"}
    const std::string empty_claims = "e30";                              // {}
    std::vector<std::pair<std::string, std::string>> out{
        {none_header + "." + empty_claims + ".", "alg none"},
        {none_header + "." + empty_claims + ".AAAA", "alg none, with a signature"},
        {tenon_local::sign_jwt({}, "1", tenon_local::rsa_key::generate()), "a stranger's key"},
        {std::string(20'000, 'a'), "far too long"},
    };
    auto own = tenon_local::signing_key(database).find();
    if (!own) return out;  // nobody has logged in yet

    const auto tokens = log_in({.id = "", .email = "ada@example.com"});
    const std::string good(tokens.at("access_token").as_string());
    const auto claims = tenon_local::decode_jwt(good).value().claims;
    out.emplace_back(none_header + good.substr(good.find('.'), good.rfind('.') - good.find('.') + 1),
                     "alg none, good claims");
    out.emplace_back(std::string(tokens.at("refresh_token").as_string()), "a refresh token");
    out.emplace_back(tenon_local::sign_jwt(claims, "1", tenon_local::rsa_key::generate()), "a stranger's signature");
    out.emplace_back(tenon_local::sign_jwt(claims, "2", *own), "an unknown key id");
    for (const char* claim : {"iss", "sub", "email", "exp", "aud"}) {
      auto bent = claims;
      bent.erase(claim);
      out.emplace_back(tenon_local::sign_jwt(bent, "1", *own), std::string("without ") + claim);
      bent[claim] = "http://localhost:9090/local_oidc";
      if (claim != std::string_view("sub") && claim != std::string_view("email"))
        out.emplace_back(tenon_local::sign_jwt(bent, "1", *own), std::string("with a wrong ") + claim);
      bent[claim] = {{"an", "object"}};
      out.emplace_back(tenon_local::sign_jwt(bent, "1", *own), std::string("with an object for ") + claim);
    }
    return out;
  }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(local, api_key_provider_laws, api_key_stage);
INSTANTIATE_TYPED_TEST_SUITE_P(local, identity_provider_laws, identity_stage);
INSTANTIATE_TYPED_TEST_SUITE_P(local, permissions_provider_laws, permissions_stage);

}  // namespace tenon::testing
