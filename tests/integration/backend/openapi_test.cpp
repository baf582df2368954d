// The description of the whole reference server, as a client gets it.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <string>

#include "openapi_rules.hpp"
#include "stage.hpp"

namespace {

using namespace backend_test;

TEST(openapi, is_a_valid_document_and_says_who_may) {
  const data_directory data;
  server one(data);
  ASSERT_NE(one.port(), 0) << one.process().output();
  const answer got = one.get("/api/main/openapi", data.administrator_token());
  ASSERT_EQ(got.status, 200);
  const boost::json::value document = boost::json::parse(got.body);
  EXPECT_EQ(broken_rules(document), std::vector<std::string>());
  const auto security = [&](std::string_view path, std::string_view method) {
    return boost::json::serialize(document.at("paths").at(path).at(method).at("security"));
  };
  for (const char* open : {"/hello", "/api/main/ext/hello", "/healthz", "/forms", "/api/health"}) {
    EXPECT_EQ(security(open, "get"), "[]") << open;
    EXPECT_LT(one.get(open).status, 300) << open;
  }
  for (const char* closed : {"/api/me", "/api/settings", "/lsmod", "/metrics", "/local_oidc/userinfo",
                             "/api/main/hello::helloWorld", "/api/main/operations::extSettings"}) {
    EXPECT_TRUE(security(closed, "get").starts_with(R"([{"bearer":[)")) << closed;
    EXPECT_EQ(one.get(closed).status, 401) << closed;
  }
  EXPECT_EQ(security("/api/settings", "get"), R"([{"bearer":["admin","runt:read"]}])");
  EXPECT_EQ(security("/api/main/operations::extSettingsUpdate", "post"), R"([{"bearer":["admin","runt:execute"]}])");
  EXPECT_EQ(security("/drivers/call", "post"), R"([{"bearer":[]}])");
}

}  // namespace
