#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <tuple>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

namespace {

tenon::response told(std::string_view what) { return tenon::response::text(what); }

struct site {
  static constexpr auto manifest = tenon::manifest{.name = "site", .version = "1.0.0"};
  using home = tenon::get<"/home">;
  using long_home = tenon::get<"/home", tenon::subdomain<"api.v2">>;
  using api_home = tenon::get<"/home", tenon::subdomain<"api">>;
  using own_head = tenon::head<"/home", tenon::subdomain<"www">>;
  using fixed = tenon::get<"/items/new", tenon::subdomain<"www">>;
  using any = tenon::get<"/items/{id}">;
  using put = tenon::put<"/items/{id}", tenon::subdomain<"api">>;
  using rest = tenon::get<"/{path...}", tenon::subdomain<"files">>;
  using routes = tenon::routes<home, long_home, api_home, own_head, fixed, any, put, rest>;

  tenon::response handle(home, const tenon::request&) { return told("home"); }
  tenon::response handle(long_home, const tenon::request&) { return told("second version"); }
  tenon::response handle(api_home, const tenon::request&) { return told("home of api"); }
  tenon::response handle(own_head, const tenon::request&) { return told("head of www"); }
  tenon::response handle(fixed, const tenon::request&) { return told("new on www"); }
  tenon::response handle(any route, const tenon::request&) { return tenon::response::text(route.at<"id">()); }
  tenon::response handle(put route, const tenon::request&) { return tenon::response::text("put " + route.at<"id">()); }
  tenon::response handle(rest route, const tenon::request&) {
    return tenon::response::text("file " + route.at<"path">());
  }
};
// HEAD alone for one host, GET for another.
struct pages {
  static constexpr auto manifest = tenon::manifest{.name = "pages", .version = "1.0.0"};
  using api_head = tenon::head<"/list", tenon::subdomain<"api">>;
  using long_list = tenon::get<"/list", tenon::subdomain<"api.v2">>;
  using list = tenon::get<"/list">;
  using long_page = tenon::get<"/page", tenon::subdomain<"api.v2">>;
  using page_head = tenon::head<"/page">;
  using long_head = tenon::head<"/page", tenon::subdomain<"api.v2">>;
  using api_page = tenon::get<"/page", tenon::subdomain<"api">>;
  using routes = tenon::routes<api_head, long_list, list, long_page, page_head, long_head, api_page>;

  tenon::response handle(api_head, const tenon::request&) { return told("head of api"); }
  tenon::response handle(long_list, const tenon::request&) { return told("second list"); }
  tenon::response handle(list, const tenon::request&) { return told("list"); }
  tenon::response handle(long_page, const tenon::request&) { return told("second page"); }
  tenon::response handle(page_head, const tenon::request&) { return told("head"); }
  tenon::response handle(long_head, const tenon::request&) { return told("second head"); }
  tenon::response handle(api_page, const tenon::request&) { return told("page of api"); }
};
// A mount that is there for one host alone, and a table of somebody else's there for the others.
struct desk {
  static constexpr auto manifest = tenon::manifest{.name = "desk", .version = "1.0.0"};
  using web_options = tenon::web_options<tenon::subdomain<"desk">>;
  tenon::response on_get(const tenon::request&) { return told("desk"); }
};
struct guide {
  static constexpr auto manifest = tenon::manifest{.name = "guide", .version = "1.0.0"};
  using at_desk = tenon::get<"/desk">;
  using routes = tenon::routes<at_desk>;
  tenon::response handle(at_desk, const tenon::request&) { return told("guide"); }
};

class subdomain : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(app_.start()); }
  tenon::response ask(std::string_view path, std::string_view host, tenon::method method = tenon::method::get) {
    const tenon::header header{"Host", host};
    tenon::exchange one{.request = {.method = method, .method_name = to_string(method), .target = path, .path = path}};
    one.request.headers = {&header, 1};
    EXPECT_TRUE(app_.door().handle(app_.door().app, one));
    return std::move(one.response);
  }
  static std::string allow(const tenon::response& of) {
    for (const tenon::response_header& one : of.headers)
      if (one.name.view() == "Allow") return one.value;
    return "none";
  }

  tenon::app<site, pages, desk, guide> app_;
};

TEST_F(subdomain, decides_between_routes_of_one_path) {
  EXPECT_EQ(ask("/home", "example.org").body.view(), "home");
  EXPECT_EQ(ask("/home", "api.example.org").body.view(), "home of api");
  EXPECT_EQ(ask("/home", "API.example.org:8080").body.view(), "home of api");
  EXPECT_EQ(ask("/home", "www.example.org").body.view(), "home");
  EXPECT_EQ(ask("/home", "").body.view(), "home");
}

TEST_F(subdomain, that_says_more_goes_before_one_that_says_less) {
  EXPECT_EQ(ask("/home", "api.v2.example.org").body.view(), "second version");
  EXPECT_EQ(ask("/home", "api.v1.example.org").body.view(), "home of api");
}

TEST_F(subdomain, that_does_not_fit_leads_to_the_next_route_that_matches) {
  EXPECT_EQ(ask("/items/new", "www.example.org").body.view(), "new on www");
  EXPECT_EQ(ask("/items/new", "example.org").body.view(), "new");
  EXPECT_EQ(ask("/items/new", "files.example.org").body.view(), "new") << "a parameter goes before the rest";
  EXPECT_EQ(ask("/a/b", "files.example.org").body.view(), "file a/b");
  EXPECT_EQ(ask("/", "files.example.org").body.view(), "file ");
  EXPECT_EQ(ask("/a/b", "example.org").status, 404);
}

TEST_F(subdomain, decides_who_answers_HEAD) {
  EXPECT_EQ(ask("/home", "www.example.org", tenon::method::head).body.view(), "head of www");
  EXPECT_EQ(ask("/home", "api.example.org", tenon::method::head).body.view(), "home of api");
  EXPECT_EQ(ask("/home", "example.org", tenon::method::head).body.view(), "home");
}

TEST_F(subdomain, that_says_more_answers_HEAD_by_its_GET_before_a_HEAD_of_one_that_says_less) {
  const auto head = [this](std::string_view path, std::string_view host) {
    return std::string(ask(path, host, tenon::method::head).body.view());
  };
  EXPECT_EQ(head("/list", "api.v2.example.org"), "second list");
  EXPECT_EQ(head("/list", "api.v1.example.org"), "head of api");
  EXPECT_EQ(head("/list", "example.org"), "list");
  EXPECT_EQ(head("/page", "api.v1.example.org"), "page of api");
  EXPECT_EQ(head("/page", "api.v2.example.org"), "second head");
  EXPECT_EQ(head("/page", "example.org"), "head");
  EXPECT_EQ(ask("/page", "api.v2.example.org").body.view(), "second page");
  EXPECT_EQ(ask("/page", "api.v1.example.org").body.view(), "page of api");
  EXPECT_EQ(ask("/page", "example.org").status, 405);
}

TEST_F(subdomain, decides_which_methods_are_there) {
  EXPECT_EQ(ask("/items/7", "api.example.org", tenon::method::put).body.view(), "put 7");
  const tenon::response refused = ask("/items/7", "example.org", tenon::method::put);
  EXPECT_EQ(refused.status, 405);
  EXPECT_EQ(allow(refused), "GET, HEAD, OPTIONS");
  EXPECT_EQ(allow(ask("/items/7", "api.example.org", tenon::method::options)), "GET, HEAD, PUT, OPTIONS");
  EXPECT_EQ(ask("/a", "example.org", tenon::method::post).status, 404);
  EXPECT_EQ(ask("/a", "files.example.org", tenon::method::post).status, 405);
  EXPECT_EQ(ask("*", "example.org", tenon::method::options).status, 204);
}

TEST_F(subdomain, of_hooks_leaves_their_mount_to_others_on_other_hosts) {
  EXPECT_EQ(ask("/desk", "desk.example.org").body.view(), "desk");
  EXPECT_EQ(ask("/desk", "example.org").body.view(), "guide");
  EXPECT_EQ(ask("/desk/7", "desk.example.org").body.view(), "desk");
  EXPECT_EQ(ask("/desk/7", "example.org").status, 404);
  EXPECT_EQ(ask("/desk/7", "desk.example.org", tenon::method::post).status, 501);
  EXPECT_EQ(ask("/desk/7", "example.org", tenon::method::post).status, 404);
}

}  // namespace
