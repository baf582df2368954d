#pragma once

#include <tenon/contract/shelf.hpp>
#include <tenon/extension.hpp>

// Knows what a shelf can do, and not whose it is.
struct reader {
  static constexpr auto manifest = tenon::manifest{.name = "reader",
                                                   .version = "1.0.0",
                                                   .doc = "Looks for a book.",
                                                   .needs = {{"shelf", "1.x.x"}, {"lamp", "1.x.x", tenon::optional}}};

  void on_start(auto& ctx) {
    using namespace tenon::literals;
    if constexpr (auto lamp = ctx.find("lamp"_ext)) lamp->light();
    auto& shelf = ctx.import("shelf"_ext, shelf_contract::any_shelf);
    ctx.log().info(shelf.has("Emma") ? "Emma is here" : "Emma is not here");
  }
};
