#include "tenon/reflect/enumerators.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tenon/word/api_key.hpp"
#include "tenon/word/passport.hpp"

namespace colours {

enum class colour : unsigned char { red, green, dark_blue = 7, delete_ = 9 };
enum plain : int { first, last = 127, beyond = 128 };
enum unfixed { a, b };
template <class, class>
struct box {
  enum class lid : unsigned char { open, shut };
};

}  // namespace colours

namespace {

using tenon::reflect::enumerators;

template <class E>
std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const auto& one : enumerators<E>) all.emplace_back(one.name);
  return all;
}
using list = std::vector<std::string>;

static_assert(enumerators<colours::colour>[2].value == 7);
static_assert(!tenon::reflect::Enumeration<colours::unfixed> && !tenon::reflect::Enumeration<int>);

TEST(enumerators, are_found_by_name_with_gaps_between_them) {
  EXPECT_EQ(names<colours::colour>(), (list{"red", "green", "dark_blue", "delete"}));
  EXPECT_EQ(names<colours::plain>(), (list{"first", "last"}));
#if !defined(__clang__)
  EXPECT_EQ((names<colours::box<int, std::vector<int>>::lid>()), (list{"open", "shut"}));
#endif
}

TEST(enumerators, are_called_what_their_to_string_says) {
  EXPECT_EQ(names<tenon::scope>(), (list{"runt:read", "runt:execute"}));
  EXPECT_EQ(names<tenon::api_key_capability>(),
            (list{"revoke", "delete", "create_with_resources", "list_keys_paginated"}));
}

}  // namespace
