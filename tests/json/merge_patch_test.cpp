#include "tenon/json/merge_patch.hpp"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/json/redacted.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/word/secret.hpp"

namespace {

using tenon::json::merge_patch;

// The examples of RFC 7396, appendix A.
TEST(merge_patch, does_what_the_rfc_shows) {
  struct example {
    const char *target, *patch, *result;
  };
  for (const example& one : {
           example{R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})"},
           example{R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})"},
           example{R"({"a":"b"})", R"({"a":null})", R"({})"},
           example{R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})"},
           example{R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})"},
           example{R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})"},
           example{R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})"},
           example{R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})"},
           example{R"(["a","b"])", R"(["c","d"])", R"(["c","d"])"},
           example{R"({"a":"b"})", R"(["c"])", R"(["c"])"},
           example{R"({"a":"foo"})", "null", "null"},
           example{R"({"a":"foo"})", R"("bar")", R"("bar")"},
           example{R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})"},
           example{R"([1,2])", R"({"a":"b","c":null})", R"({"a":"b"})"},
           example{R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})"},
       })
    EXPECT_EQ(merge_patch(one.target, one.patch), one.result) << one.target << " and " << one.patch;
  EXPECT_EQ(merge_patch("", R"({"a":1})"), R"({"a":1})");
}

TEST(merge_patch, writes_each_number_as_it_was) {
  EXPECT_EQ(merge_patch(R"({"a":1.0,"b":18446744073709551616})", R"({"c":[0e999,-0e999,1E400]})"),
            R"({"a":1.0,"b":18446744073709551616,"c":[0e999,-0e999,1E400]})");
}

TEST(merge_patch, that_is_tidy_leaves_no_object_behind_that_nulls_have_emptied) {
  const auto tidily = [](std::string_view target, std::string_view patch) {
    return tenon::json::read_patch(patch).applied_tidily(target);
  };
  EXPECT_EQ(tidily(R"({"a":{"b":1}})", R"({"a":{"b":null}})"), "{}");
  EXPECT_EQ(tidily("{}", R"({"a":{"b":{"c":null}}})"), "{}");
  EXPECT_EQ(tidily(R"({"a":{"b":1,"c":2}})", R"({"a":{"b":null}})"), R"({"a":{"c":2}})");
  EXPECT_EQ(tidily("{}", R"({"a":{}})"), R"({"a":{}})");
}

TEST(merge_patch, tells_what_it_takes_away_and_leaves_nulls_in_lists_alone) {
  using way = std::vector<std::string>;
  EXPECT_EQ(tenon::json::read_patch(R"({"a":null,"b":{"c/d":null,"e":1},"f":[null,{"g":null}]})").removals(),
            (std::vector<way>{{"a"}, {"b", "c/d"}}));
}

struct pool {
  tenon::secret<std::string> password{};
  int size = 1;
};
struct own {
  tenon::secret<int> pin = 0;
  std::optional<tenon::secret<std::string>> token{};
  std::vector<pool> list{};
  std::map<std::string, pool> pools{};
  tenon::secret<std::string> class_{};
};

TEST(redacted, hides_what_stands_at_the_place_of_a_secret_whatever_it_is) {
  EXPECT_EQ(
      tenon::json::redacted(
          R"({"pin":"not a number","token":"t","list":[{"password":"a","size":2}],"pools":{"x":{"password":["b"]}},
                    "class":"c","unknown":{"password":"seen"}})",
          tenon::reflect::described<own>),
      R"({"pin":"***","token":"***","list":[{"password":"***","size":2}],"pools":{"x":{"password":"***"}},)"
      R"("class":"***","unknown":"***"})");
  EXPECT_EQ(tenon::json::redacted(R"({"list":"one password","pools":["another"]})", tenon::reflect::described<own>),
            R"({"list":"***","pools":"***"})");
}

}  // namespace
