#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <tenon/contract/shelf.hpp>
#include <tenon/extension.hpp>

// Stands between a shelf and those who look for books there.
struct counting_shelf {
  static constexpr auto manifest = tenon::manifest{.name = "counting_shelf",
                                                   .version = "1.0.0",
                                                   .doc = "Counts how often somebody looks for a book.",
                                                   .needs = {{"shelf", "1.x.x"}}};

  struct exports {
    std::function<bool(std::string_view)> look{};
    int count = 0;
    bool has(std::string_view title) {
      ++count;
      return look(title);
    }
  };
  exports& exported() { return own_; }

  void on_init(auto& ctx) {
    using namespace tenon::literals;
    auto& behind = ctx.import("shelf"_ext, shelf_contract::any_shelf);
    own_.look = [&behind](std::string_view title) { return behind.has(title); };
  }
  void on_stop(auto& ctx) { ctx.log().info("asked " + std::to_string(own_.count) + " time(s)"); }

 private:
  exports own_;
};
