// Who may log in, where others in the composition have a say.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "../local.hpp"
#include "temporary_folder.hpp"
#include "tenon/app.hpp"

namespace tenon_local {

namespace {

struct example_com_alone {
  static constexpr auto manifest = tenon::manifest{.name = "example_com_alone", .version = "1.0.0"};
  void on(tenon::core::email_validate& event) { event.allow = event.email.ends_with("@example.com"); }
};
struct unlucky_judge {
  static constexpr auto manifest = tenon::manifest{.name = "unlucky_judge", .version = "1.0.0"};
  void on(tenon::core::email_validate&) { throw std::runtime_error("the list is away"); }
};

// The status of the login page's answer: 303 leads on, 400 shows the page again.
template <class... Judges>
int status_of_a_login_by(std::string_view email) {
  const temporary_folder folder;
  tenon::app<tenon::implementation<::local>, Judges...> app(
      {.data_dir = folder.path(), .auth_issuer = "http://localhost:8080/local_oidc"});
  EXPECT_TRUE(app.start());
  const std::string form = std::string(
                               "client_id=local-anode-client&redirect_uri=http%3A%2F%2Flocalhost%3A5173%2Fcallback&"
                               "response_type=code&scope=openid&firstName=Ada&lastName=Lovelace&email=")
                               .append(email);
  const std::vector<tenon::header> headers{{"Content-Type", "application/x-www-form-urlencoded"}};
  tenon::exchange one{.request = {.method = tenon::method::post,
                                  .method_name = "POST",
                                  .target = "/local_oidc/authorize",
                                  .path = "/local_oidc/authorize",
                                  .headers = headers,
                                  .body = form}};
  EXPECT_TRUE(app.door().handle(app.door().app, one));
  return one.response.status;
}

}  // namespace

TEST(email_judge, is_whoever_hears_that_an_address_is_to_be_judged) {
  EXPECT_EQ(status_of_a_login_by<example_com_alone>("ada%40example.com"), 303);
  EXPECT_EQ(status_of_a_login_by<example_com_alone>("eve%40elsewhere.org"), 400);
  EXPECT_EQ(status_of_a_login_by<>("eve%40elsewhere.org"), 303);
}
TEST(email_judge, that_throws_lets_nobody_in) {
  EXPECT_EQ(status_of_a_login_by<unlucky_judge>("ada%40example.com"), 400);
}

}  // namespace tenon_local
