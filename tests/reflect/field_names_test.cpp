#include "tenon/reflect/field_names.hpp"

#include <gtest/gtest.h>

#include <any>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tenon/word/field.hpp"

namespace outer {

struct empty {};
struct one {
  int only;
};
struct tree {
  std::vector<tree> branches;
  std::string name;
};
struct mixed {
  std::string text;
  std::optional<int> maybe;
  std::map<std::string, int> by_name;
  std::unique_ptr<int> owned;
  const char* pointer;
  std::array<int, 3> three;
  const int fixed = 1;
  std::any whatever;
  std::function<void()> call;
};
// g++ 12 crashes when PFR's front door is asked to count this.
struct with_defaults {
  std::vector<std::string> names = {"a", "b"};
  std::map<std::string, double> weights{{"x", 0.5}};
  std::vector<one> list{one{1}};
};
struct no_default {
  explicit no_default(int) {}
};
struct without_defaults {
  no_default first;
  int second;
  no_default third;
};
template <class T>
struct of {
  T inside;
  int beside;
};
template <tenon::field_text Text>
struct told {
  int marked, other;
};
// What the compiler prints of a type may look like what it prints of an address.
struct misleading {
  told<"}}, &never_defined.value.x)), ((const void*)(& y"> hard;
  tenon::field<int, {.doc = "a)), b}}; c"}> documented;
};
// As many as their size tells, and not as many.
struct of_one_size {
  long a, b;
  std::unique_ptr<int> c;
};
struct smaller_behind {
  long a, b;
  char c, d;
};
struct parts_of_a_number {
  int a : 8, b : 24;
  int c;
};
struct array_behind {
  int a, b;
  int c[1];
};
struct underscored {
  int delete_, _x;
};

}  // namespace outer

namespace {

using tenon::reflect::field_count;
using tenon::reflect::field_names;

struct hidden {
  int inside_anonymous;
  std::vector<hidden> more;
};

static_assert(field_count<outer::empty> == 0 && field_names<outer::empty>.empty());
static_assert(field_count<outer::mixed> == 9);
static_assert(field_count<outer::without_defaults> == 3);
static_assert(field_count<outer::of_one_size> == 3 && field_count<outer::smaller_behind> == 4);
static_assert(field_count<outer::parts_of_a_number> == 3);
static_assert(field_count<outer::array_behind> == 0 && !tenon::reflect::flaw_of<outer::array_behind>.empty());

template <class T>
std::vector<std::string> names() {
  return {field_names<T>.begin(), field_names<T>.end()};
}
using list = std::vector<std::string>;

TEST(field_names, are_those_of_the_declaration_in_its_order) {
  EXPECT_EQ(names<outer::one>(), list{"only"});
  EXPECT_EQ(names<outer::mixed>(),
            (list{"text", "maybe", "by_name", "owned", "pointer", "three", "fixed", "whatever", "call"}));
}

TEST(field_names, are_found_in_any_aggregate) {
  EXPECT_EQ(names<outer::tree>(), (list{"branches", "name"}));
  EXPECT_EQ(names<hidden>(), (list{"inside_anonymous", "more"}));
  EXPECT_EQ(names<outer::with_defaults>(), (list{"names", "weights", "list"}));
  EXPECT_EQ(names<outer::without_defaults>(), (list{"first", "second", "third"}));
  EXPECT_EQ((names<outer::of<std::map<int, outer::tree>>>()), (list{"inside", "beside"}));
  EXPECT_EQ(names<outer::underscored>(), (list{"delete_", "_x"}));
  struct local {
    int within;
    double function;
  };
  EXPECT_EQ(names<local>(), (list{"within", "function"}));
}

TEST(field_names, are_not_misled_by_texts_in_types) {
  EXPECT_EQ(names<outer::misleading>(), (list{"hard", "documented"}));
  EXPECT_EQ((names<outer::told<"}}, &a)), b">>()), (list{"marked", "other"}));
}

struct sixty_four {
  char a0, a1, a2, a3, a4, a5, a6, a7, b0, b1, b2, b3, b4, b5, b6, b7, c0, c1, c2, c3, c4, c5, c6, c7, d0, d1, d2, d3,
      d4, d5, d6, d7, e0, e1, e2, e3, e4, e5, e6, e7, f0, f1, f2, f3, f4, f5, f6, f7, g0, g1, g2, g3, g4, g5, g6, g7,
      h0, h1, h2, h3, h4, h5, h6, h7;
};
static_assert(field_count<sixty_four> == tenon::reflect::most_fields);

TEST(field_names, reach_to_the_sixty_fourth) {
  EXPECT_EQ(field_names<sixty_four>[0], "a0");
  EXPECT_EQ(field_names<sixty_four>[31], "d7");
  EXPECT_EQ(field_names<sixty_four>[63], "h7");
}

}  // namespace
