// What others list below /api goes before functions where their patterns say more, and nowhere else.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "../functions.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"

// With a name, because the coroutines of functions.hpp hold contexts of these.
namespace functions_and_their_neighbours {

struct twice {
  static constexpr auto function = tenon::function{.name = "twice", .no_side_effects = true};
  int of = 1;
};
struct sums {
  static constexpr auto manifest = tenon::manifest{.name = "sums", .version = "1.0.0"};
  using functions = tenon::functions<twice>;
  int call(const twice& arguments) { return 2 * arguments.of; }
};
struct shelf {
  static constexpr auto manifest = tenon::manifest{.name = "shelf", .version = "1.0.0"};
  using below = tenon::get<"/api/{folder}/{path...}">;
  using book = tenon::delete_<"/api/shelf/{book}">;
  using brew = tenon::route<tenon::method::other, "/api/shelf/tea">;
  using routes = tenon::routes<below, book, brew>;
  tenon::response handle(auto, const tenon::request&) { return tenon::response::text("of the shelf"); }
};

class functions_and_neighbours : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(app_.start()); }
  std::string ask(std::string_view path, tenon::method method = tenon::method::get) {
    const tenon::header header{"Authorization", "ada"};
    tenon::exchange one{
        .request = {
            .method = method, .method_name = to_string(method), .target = path, .path = path, .headers = {&header, 1}}};
    EXPECT_TRUE(app_.door().handle(app_.door().app, one));
    std::string out = std::to_string(one.response.status);
    if (one.response.status == 200) out.append(" ").append(one.response.body.view());
    for (const tenon::response_header& of : one.response.headers)
      if (of.name.view() == "Allow") out.append(" ").append(of.value);
    return out;
  }

  tenon::app<functions_door, tenon::testing::fake_http, tenon::testing::fake_identity, sums, shelf> app_;
};

TEST_F(functions_and_neighbours, leave_a_function_callable_where_a_neighbour_has_the_rest_of_every_path) {
  EXPECT_EQ(ask("/api/main/twice"), "200 2");
  EXPECT_EQ(ask("/api/main/twice", tenon::method::post), "200 2");
  EXPECT_EQ(ask("/api/main/twice", tenon::method::options), "204 GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(ask("/api/main/a/b"), "200 of the shelf");
  EXPECT_EQ(ask("/api/main/a/b", tenon::method::post), "405 GET, HEAD, OPTIONS");
}
TEST_F(functions_and_neighbours, say_together_what_is_answered_where_patterns_of_neighbours_say_more) {
  EXPECT_EQ(ask("/api/shelf/7", tenon::method::delete_), "200 of the shelf");
  EXPECT_EQ(ask("/api/shelf/7", tenon::method::post), "405 DELETE, OPTIONS");
  EXPECT_EQ(ask("/api/shelf/7", tenon::method::options), "204 DELETE, OPTIONS");
  EXPECT_EQ(ask("/api/shelf/tea", tenon::method::put), "405 DELETE, OPTIONS");
}

}  // namespace functions_and_their_neighbours
