#include "tenon/word/guarded.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <map>
#include <string>

#include "tenon/extension.hpp"
#include "tenon/testing/harness.hpp"

namespace {

TEST(guarded, gives_its_state_to_one_after_the_other_and_what_comes_of_it_by_value) {
  tenon::guarded<std::map<std::string, int>> counts;
  EXPECT_EQ(counts.with([](auto& all) { return ++all["a"]; }), 1);
  counts.with([](auto& all) { all["b"] = 7; });
  EXPECT_EQ(counts.look([](const auto& all) { return all.size(); }), 2U);
  EXPECT_EQ(counts.copy(), (std::map<std::string, int>{{"a", 1}, {"b", 7}}));
}

TEST(guarded, is_made_of_what_its_state_is_made_of) {
  const tenon::guarded<std::string> text(std::size_t{3}, 'x');
  EXPECT_EQ(text.copy(), "xxx");
}

struct visitors {
  static constexpr auto manifest = tenon::manifest{.name = "visitors", .version = "1.0.0"};
  using come = tenon::get<"/come">;
  using routes = tenon::routes<come>;
  tenon::response handle(come, const tenon::request&) {
    return tenon::response::text(std::to_string(count_.with([](int& count) { return ++count; })));
  }
  int count() const { return count_.copy(); }
  tenon::guarded<int> count_{0};
};

TEST(harness, calls_an_extension_from_two_threads) {
  tenon::testing::harness<visitors> on;
  on.from_two_threads([&] { EXPECT_EQ(on.get("/come").status, 200); }, 500);
  EXPECT_EQ(on.extension().count(), 1000);
}

}  // namespace
