// What the programs about redirects are about: notes imports data, and data_cluster could stand in its place. A program
// includes tenon/app.hpp before it.
#pragma once

using namespace tenon::literals;

struct store {
  int count() { return 3; }
};
struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  using exports = store;
  store& exported() { return own; }
  store own{};
};
struct data_cluster {
  static constexpr auto manifest = tenon::manifest{.name = "data_cluster", .version = "1.0.0"};
  using exports = store;
  store& exported() { return own; }
  store own{};
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data"}}};
  void on_start(auto& ctx) { count = ctx.import("data"_ext).count(); }
  int count = 0;
};
