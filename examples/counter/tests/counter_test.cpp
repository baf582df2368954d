#include "../counter.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tenon/testing/harness.hpp>

using tenon::testing::harness;

// The least that stands under the name `data`: a handle, as the real one is, of one number.
struct one_number {
  std::shared_ptr<int> value = std::make_shared<int>(0);
  std::optional<tenon::json::raw> get(std::string_view) const { return tenon::json::raw{std::to_string(*value)}; }
  int get(std::string_view, int) const { return *value; }
  void set(std::string_view, const auto&, std::chrono::seconds = {}) {}
  void del(std::string_view) { *value = 0; }
  tenon::json::raw incr(std::string_view, int by) { return {std::to_string(*value += by)}; }
  tenon::json::raw add(std::string_view, int) { return {"null"}; }
  tenon::json::raw remove(std::string_view, std::string_view) { return {"null"}; }
  void expire(std::string_view, std::chrono::seconds) {}
  one_number as(const tenon::actor&) const { return *this; }
};
struct fake_data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  struct exports {
    one_number kv{};
  };
  exports given{};
  exports& exported() { return given; }
};

TEST(counter, tells_how_many_have_come) {
  harness<counter, fake_data> on;
  EXPECT_EQ(on.get("/count").body.view(), "1\n");
  EXPECT_EQ(on.get("/count").body.view(), "2\n");
}
