// What a door that answers whatever nobody else does says of the paths of others.
#include <gtest/gtest.h>

#include <string_view>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/web/narrowed.hpp"

namespace {

struct catch_all {
  static constexpr auto manifest = tenon::manifest{.name = "catch_all", .version = "1.0.0"};
  using get = tenon::get<"/api/{a}/{b}">;
  using post = tenon::post<"/api/{a}/{b}">;
  using options = tenon::options<"/api/{a}/{b}">;
  using other = tenon::route<tenon::method::other, "/api/{a}/{b}">;
  using stray_get = tenon::get<"/api/{path...}">;
  using stray_post = tenon::post<"/api/{path...}">;
  using stray_options = tenon::options<"/api/{path...}">;
  using routes = tenon::routes<get, post, options, other, stray_get, stray_post, stray_options>;
  tenon::response handle(auto, const tenon::request&) { return {}; }
};
struct keys {
  static constexpr auto manifest = tenon::manifest{.name = "keys", .version = "1.0.0"};
  using one = tenon::get<"/api/keys/{id}">;
  using gone = tenon::delete_<"/api/keys/{id}">;
  using same = tenon::put<"/api/{place}/new">;
  using hosted = tenon::get<"/api/{a}/{b}", tenon::subdomain<"old">>;
  using folder = tenon::get<"/api/{folder}/{path...}">;
  using brewed = tenon::route<tenon::method::other, "/api/pots/{id}">;
  using files = tenon::get<"/{path...}">;
  using routes = tenon::routes<one, gone, same, hosted, folder, brewed, files>;
  tenon::response handle(auto, const tenon::request&) { return {}; }
};

using tenon::method, tenon::web::only, tenon::web::outcome;

tenon::web::verdict said(std::string_view path, method wanted = method::post, std::string_view host = "example.org") {
  using app = tenon::app<keys, catch_all>;
  const tenon::header header{"Host", host};
  const tenon::request from{.method = wanted, .path = path, .headers = {&header, 1}};
  return tenon::web::explain_before(app::route_table(), app::routes(), from, "catch_all");
}
constexpr auto reads = static_cast<tenon::web::method_set>(only(method::get) | only(method::head));

TEST(the_routes_of_others, say_of_a_wrong_method_what_they_would_say_without_a_door_behind_them) {
  const tenon::web::verdict wrong = said("/api/keys/7");
  EXPECT_EQ(wrong.what, outcome::method_not_allowed);
  EXPECT_EQ(wrong.allowed, reads | only(method::delete_));
  EXPECT_EQ(said("/api/keys/7", method::options).what, outcome::options);
  EXPECT_EQ(said("/api/%6Beys/7").allowed, reads | only(method::delete_)) << "a path is compared decoded";
  EXPECT_EQ(said("/api/pots/7").allowed, only(method::other));
}
TEST(the_routes_of_others, say_together_what_they_answer_where_several_match) {
  EXPECT_EQ(said("/api/keys/new").allowed, reads | only(method::delete_) | only(method::put));
}
TEST(the_routes_of_others, say_nothing_of_a_path_where_the_door_goes_first) {
  for (const std::string_view path : {"/api/main/twice", "/api/keys", "/api/"})
    for (const method one : {method::get, method::post, method::options})
      EXPECT_EQ(said(path, one).allowed, 0) << to_string(one) << " " << path;
  EXPECT_EQ(said("/api/main/a/b").allowed, reads) << "a parameter goes before the rest";
  EXPECT_EQ(said("/api/keys/").allowed, reads) << "and the rest may be empty";
}
TEST(the_routes_of_others, speak_for_their_own_host_alone) {
  EXPECT_EQ(said("/api/main/twice", method::post, "old.example.org").allowed, reads);
  EXPECT_EQ(said("/api/main/twice", method::post, "older.example.org").allowed, 0);
}

}  // namespace
