#include "tenon/reflect/equal.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tenon/reflect/type_of.hpp"
#include "tenon/word/byte_size.hpp"
#include "tenon/word/restart.hpp"
#include "tenon/word/secret.hpp"

namespace {

enum class color { red, green };
struct inner {
  int size = 1;
  tenon::restart<int> threads = 2;
};
struct whole {
  bool flag = false;
  int number = -1;
  unsigned natural = 1;
  double real = 0.5;
  std::string text = "a";
  color of = color::red;
  std::chrono::milliseconds time{5};
  tenon::byte_size size{7};
  std::optional<int> maybe{};
  std::vector<inner> list{};
  std::map<std::string, int> map{{"a", 1}};
  inner part{};
  tenon::restart<tenon::secret<std::string>> password{};
};

bool same(const whole& one, const whole& other) {
  return tenon::reflect::equal(tenon::reflect::described<whole>, &one, &other);
}
bool restarts(const whole& one, const whole& other) {
  return tenon::reflect::differ_in_restart(tenon::reflect::described<whole>, &one, &other);
}

TEST(equal, sees_a_difference_in_any_field) {
  const whole one;
  EXPECT_TRUE(same(one, whole()));
  for (auto change : std::vector<void (*)(whole&)>{
           [](whole& w) { w.flag = true; }, [](whole& w) { w.number = 0; }, [](whole& w) { w.natural = 0; },
           [](whole& w) { w.real = 0; }, [](whole& w) { w.text = "b"; }, [](whole& w) { w.of = color::green; },
           [](whole& w) { w.time = std::chrono::milliseconds(6); }, [](whole& w) { w.size = tenon::byte_size{8}; },
           [](whole& w) { w.maybe = 0; }, [](whole& w) { w.list.emplace_back(); }, [](whole& w) { w.map["a"] = 2; },
           [](whole& w) { w.map = {{"b", 1}}; }, [](whole& w) { w.part.size = 2; },
           [](whole& w) { w.password.get() = tenon::secret<std::string>("x"); }}) {
    whole other;
    change(other);
    EXPECT_FALSE(same(one, other));
    EXPECT_TRUE(same(other, other));
  }
}

TEST(equal, tells_whether_what_differs_needs_a_restart) {
  const whole one;
  whole other;
  other.text = "b";
  other.part.size = 7;
  EXPECT_FALSE(restarts(one, other));
  other.part.threads = 3;
  EXPECT_TRUE(restarts(one, other));
  whole secretive;
  secretive.password.get() = tenon::secret<std::string>("x");
  EXPECT_TRUE(restarts(one, secretive));
  whole longer;
  longer.list.emplace_back();  // an element may need one, so the list counts as a whole
  EXPECT_TRUE(restarts(one, longer));
}

}  // namespace
