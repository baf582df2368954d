// A project whose functions nobody can call.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "../functions.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/testing/harness.hpp"

// With a name, because the coroutines of functions.hpp hold contexts of these.
namespace functions_of_a_hidden_project {

struct twice {
  static constexpr auto function = tenon::function{.name = "twice", .no_side_effects = true};
};
struct sums {
  static constexpr auto manifest = tenon::manifest{.name = "sums", .version = "1.0.0"};
  using functions = tenon::functions<twice>;
  int call(const twice&) { return 2; }
};
struct shelf {
  static constexpr auto manifest = tenon::manifest{.name = "shelf", .version = "1.0.0"};
  using book = tenon::get<"/api/shelf/{book}">;
  using one = tenon::get<"/api/main/twice">;
  using routes = tenon::routes<book, one>;
  tenon::response handle(auto, const tenon::request&) { return tenon::response::text("of the shelf"); }
};

std::vector<std::string> warnings(const auto& on) {
  std::vector<std::string> out;
  for (const tenon::testing::log_line& one : on.logs())
    if (one.level == tenon::log_level::warn) out.push_back(one.message);
  return out;
}
const std::string hidden =
    "no function of the project shelf can be called over HTTP: routes of others go first below /api/shelf/, as `list "
    "routes` shows. Give functions.project another name";

TEST(project, that_is_called_like_the_folder_of_routes_of_others_is_warned_of) {
  functions_door::settings own;
  own.project = std::string("shelf");
  const tenon::testing::harness<functions_door, tenon::testing::fake_http, tenon::testing::fake_identity, sums, shelf>
      on(own);
  EXPECT_EQ(warnings(on), std::vector{hidden});
}
TEST(project, that_is_called_so_while_the_program_runs_is_warned_of_then) {
  tenon::testing::harness<functions_door, tenon::testing::fake_http, tenon::testing::fake_identity, sums, shelf> on;
  EXPECT_TRUE(warnings(on).empty()) << "one function beside a route of that name is no reason";
  EXPECT_TRUE(on.change(R"({"project": "shelf"})").findings.empty());
  EXPECT_EQ(warnings(on), std::vector{hidden});
}

}  // namespace functions_of_a_hidden_project
