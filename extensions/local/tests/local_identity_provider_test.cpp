// Whose tokens the local identity provider takes, and what it says to others.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "../openid/local_identity_provider.hpp"
#include "../token/jwt.hpp"
#include "stage.hpp"

namespace tenon_local {

namespace json = boost::json;

TEST(identity_provider, names_the_issuer_that_it_found_and_the_one_that_it_takes) {
  stage on;
  local_identity_provider identity(on.database, on.clock());
  const auto said_to = [&](const json::object& claims) {
    const std::string token = sign_jwt(claims, signing_key::kid, rsa_key::generate());
    return thrown_by([&] { return identity.identify(on.ada.with(token)); });
  };
  EXPECT_EQ(said_to({{"iss", "http://localhost:9000/local_oidc"}}),
            "invalid_token: The token is from the issuer \"http://localhost:9000/local_oidc\", and this server takes "
            "those of \"http://localhost:8080/local_oidc\". If it was made here under another port, listen on that one "
            "or set AUTH_ISSUER")
      << "before anybody has logged in";
  EXPECT_TRUE(said_to({}).starts_with("invalid_token: The token names no issuer, and")) << said_to({});
  const std::string rude = said_to({{"iss", "a\nb" + std::string(5'000, 'x')}});
  EXPECT_EQ(rude.find('\n'), std::string::npos);
  EXPECT_LT(rude.size(), 500U);
  on.env.auth_issuer = "";
  EXPECT_NE(said_to({{"iss", ""}}).find("its own address is not known"), std::string::npos);
}

}  // namespace tenon_local
