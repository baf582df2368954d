#include "tenon/form/render/composed_renderers.hpp"

#include <gtest/gtest.h>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/form/render/canvas.hpp"

namespace {

struct star_row {
  static constexpr auto renderer = tenon::renderer{.format = "stars", .doc = "Stars."};
  static void render(const tenon::form::element&, tenon::form::canvas&) {}
};
struct more_stars {
  static constexpr auto renderer = tenon::renderer{.format = "stars", .rank = 8};
  static void render(const tenon::form::element&, tenon::form::canvas&) {}
};
struct any_element {
  static constexpr auto renderer = tenon::renderer{};
  static int test(const tenon::form::element&) { return 1; }
  static void render(const tenon::form::element&, tenon::form::canvas&) {}
};

struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};
  using renderers = tenon::renderers<star_row, any_element>;
};
struct zoo {
  static constexpr auto manifest = tenon::manifest{.name = "zoo", .version = "1.0.0"};
  using renderers = tenon::renderers<more_stars>;
};
struct viewer {
  static constexpr auto manifest = tenon::manifest{.name = "viewer", .version = "1.0.0"};
  void on_start(auto& ctx) { seen = tenon::form::renderers_in(ctx); }
  std::span<const tenon::form::renderer_row> seen{};
};

TEST(composed_renderers, are_those_of_all_extensions_but_those_that_another_always_beats) {
  tenon::app<viewer, shop, zoo> app;
  ASSERT_TRUE(app.start());
  const std::span<const tenon::form::renderer_row> seen = app.part<viewer>().seen;
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(seen[0].extension, "shop");
  EXPECT_NE(seen[0].test, nullptr);
  EXPECT_EQ(seen[1].extension, "zoo");
  EXPECT_EQ(seen[1].rank, 8);
}

TEST(composed_renderers, are_none_where_no_extension_has_any) {
  tenon::app<viewer> app;
  ASSERT_TRUE(app.start());
  EXPECT_TRUE(app.part<viewer>().seen.empty());
}

}  // namespace
