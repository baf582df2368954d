#include "tenon/web/listed.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace {

using tenon::web::forgotten_list;
using tenon::web::hidden_list;
using tenon::web::listed;

using list = tenon::get<"/notes">;

struct lists_one {
  using routes = tenon::routes<list>;
  tenon::response handle(list, const tenon::request&);
};
class lists_privately {
  using routes = tenon::routes<list>;
};
struct forgets {
  tenon::response handle(list, const tenon::request&);
  tenon::response handle(tenon::get<"/">, const tenon::request&, auto&);
};
class forgets_privately {
  void handle(list);
};
struct holds_variables {
  int routes = 0, handle = 0;
};
class names_a_type {
  struct handle {};
};
struct calls_something_routes {
  void routes();
};

TEST(listed_routes, are_the_public_member_type_routes) {
  EXPECT_TRUE((std::is_same_v<listed<lists_one>, tenon::routes<list>>));
}

TEST(listed_routes, are_missed_where_they_are_private_or_where_a_handler_stands_alone) {
  EXPECT_TRUE((std::is_same_v<listed<lists_privately>, hidden_list>));
  EXPECT_TRUE((std::is_same_v<listed<forgets>, forgotten_list>));
  EXPECT_TRUE((std::is_same_v<listed<forgets_privately>, forgotten_list>));
}

TEST(listed_routes, are_none_where_the_names_mean_something_else) {
  EXPECT_TRUE((std::is_same_v<listed<holds_variables>, tenon::routes<>>));
  EXPECT_TRUE((std::is_same_v<listed<names_a_type>, tenon::routes<>>));
  EXPECT_TRUE((std::is_same_v<listed<calls_something_routes>, tenon::routes<>>));
}

}  // namespace
