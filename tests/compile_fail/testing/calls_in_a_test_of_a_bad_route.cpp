// expect in body: malformed_route: library has the route GET `books`, a pattern that does not begin with a slash.
#include "library.hpp"
#include "tenon/testing/harness.hpp"

struct library {
  static constexpr auto manifest = tenon::manifest{.name = "library", .version = "1.0.0"};
  struct settings {
    int shelves = 1;
  };
  using functions = tenon::functions<add_book, list_books>;
  using drivers = tenon::drivers<counter>;
  using routes = tenon::routes<tenon::get<"books">>;
  book call(const add_book& added) { return {1, added.title}; }
  std::vector<book> call(const list_books&, auto&) { return {}; }
  book call(counter, const lending::lend& wanted) { return {wanted.id, ""}; }
  int books = 0;
};

int books_in_a_test() {
  tenon::testing::harness<library> on(library::settings{.shelves = 2});
  int found = on.call("lend"_fn, {.title = "Emma"}).id + on.call("library::lend"_fn, {.title = "Emma"}).id;
  for (const book& one : on.call("listBooks"_fn)) found += one.id;
  found += on.call_as(tenon::actor{}, "lend"_fn, {.title = "Emma"}).id;
  found += on.call(counter{}, lending::lend{.id = 1}).id;
  found += on.call_as(tenon::actor{}, counter{}, lending::lend{.id = 1}).id;
  on.change(R"({"shelves": 3})");
  return found + on.extension().books + on.get("/books").status;
}
