// Looks paths up in route tables, so often, and prints the nanoseconds of one lookup.
//
// hot: the ten paths about one thing, again and again, then those about the next one of ten things. In each table the
// same paths are asked for, of the same length and to the same depth, so that it is the table alone that differs: with
// ten routes there are ten tables, one for each thing, and with more there is one, in which the ten things are far
// apart.
//
// all: every path of the table, at random. Of many, the processor has neither the paths nor the table at hand.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "routes/route_shapes.hpp"
#include "tenon/web/route_set.hpp"

namespace {

namespace web = tenon::web;
using bench::shape_count;

constexpr std::size_t hot_things = 10, most_routes = 10'000;

tenon::method method_of(std::size_t route) {
  const std::string_view name = bench::route_shapes[route % shape_count].method;
  return name == "get"    ? tenon::method::get
         : name == "post" ? tenon::method::post
         : name == "put"  ? tenon::method::put
                          : tenon::method::delete_;
}

// Whose paths are hot: of every area, and of every length that there is.
std::size_t hot_thing(std::size_t i) { return i * 111; }

// So many, the hot ones among them.
std::vector<std::size_t> things(std::size_t count) {
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < hot_things; ++i) all.push_back(hot_thing(i));
  for (std::size_t next = 0; all.size() < count; ++next)
    if (next % 111 != 0) all.push_back(next);
  std::sort(all.begin(), all.end());
  return all;
}

struct table {
  explicit table(std::vector<std::size_t> of) : about(std::move(of)) {
    std::vector<web::route_entry> all;
    for (const std::size_t thing : about)
      for (std::size_t s = 0; s < shape_count; ++s)
        all.push_back({.method = method_of(s), .pattern = bench::pattern_of_route(thing * shape_count + s)});
    routes = std::make_unique<web::route_set>(all);
  }
  std::vector<std::size_t> about;
  std::unique_ptr<web::route_set> routes{};
};

struct question {
  const web::route_set* table;
  tenon::method method;
  std::string path;
  web::row_index row;
};
// One for each route about a thing.
void add(std::vector<question>& to, const table& in, std::size_t thing) {
  const auto place = std::find(in.about.begin(), in.about.end(), thing) - in.about.begin();
  for (std::size_t s = 0; s < shape_count; ++s) {
    const std::size_t row = static_cast<std::size_t>(place) * shape_count + s;
    question one{in.routes.get(), method_of(s), bench::path_of_route(thing * shape_count + s),
                 static_cast<web::row_index>(row)};
    web::captures found;
    if (in.routes->match(one.method, one.path, found) != one.row)
      throw std::runtime_error("another route has " + one.path);
    to.push_back(std::move(one));
  }
}

class answers {
 public:
  void ask(const question& one) {
    sum_ += one.table->match(one.method, one.path, found_);
    wanted_ += one.row;
    asm volatile("" : : "r"(&found_) : "memory");
  }
  [[nodiscard]] bool are_right() const { return sum_ == wanted_; }

 private:
  web::captures found_{};
  std::size_t sum_ = 0, wanted_ = 0;
};

// `in_turn`: how many are asked again and again before the next so many are.
double nanoseconds(const std::vector<question>& all, std::size_t in_turn, std::size_t count) {
  const std::size_t rounds = count / all.size();
  answers got;
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t from = 0; from < all.size(); from += in_turn)
    for (std::size_t round = 0; round < rounds; ++round)
      for (std::size_t i = from; i < from + in_turn; ++i) got.ask(all[i]);
  const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
  if (!got.are_right()) throw std::runtime_error("another row was found");
  return took.count() / static_cast<double>(rounds * all.size());
}

double hot(std::size_t routes, std::size_t count) {
  std::vector<table> tables;
  if (routes == shape_count)
    for (std::size_t i = 0; i < hot_things; ++i) tables.push_back(table({hot_thing(i)}));
  else
    tables.push_back(table(things(routes / shape_count)));
  std::vector<question> all;
  for (std::size_t i = 0; i < hot_things; ++i) add(all, tables[i % tables.size()], hot_thing(i));
  return nanoseconds(all, shape_count, count);
}

double at_random(std::size_t routes, std::size_t count) {
  const table all_routes(things(routes / shape_count));
  std::vector<question> all;
  for (const std::size_t thing : all_routes.about) add(all, all_routes, thing);
  std::shuffle(all.begin(), all.end(), std::mt19937(1));
  return nanoseconds(all, all.size(), count);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view way = argc == 4 ? argv[1] : "";
  const std::size_t routes = argc == 4 ? std::strtoull(argv[2], nullptr, 10) : 0;
  if ((way != "hot" && way != "all") || routes < shape_count || routes > most_routes)
    return std::fprintf(stderr, "usage: %s hot|all ROUTES COUNT\n", argv[0]), 2;
  const std::size_t count = std::strtoull(argv[3], nullptr, 10);
  return std::printf("%.3f\n", way == "hot" ? hot(routes, count) : at_random(routes, count)), 0;
}
