#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "../drivers.hpp"
#include "sent_call.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"

namespace {

struct scales {
  static constexpr auto interface = tenon::interface{.name = "scales"};
  struct weigh {
    static constexpr auto method = tenon::driver_method{.name = "weigh", .default_parameter = "grams"};
    using result = std::string;
    std::optional<int> grams{};
    std::optional<unsigned> pieces = 12;
    tenon::field<std::optional<double>, {.doc = "Of one.", .min = 0}> price{};
    std::optional<bool> wrapped{};
    int tare = 0;
  };
  using methods = tenon::methods<weigh>;
};
using brass = tenon::driver<"brass", scales, {.to = tenon::granted::everyone}>;

template <class T>
std::string told(const std::optional<T>& one) {
  return one ? std::to_string(*one) : std::string("none");
}
struct grocer {
  static constexpr auto manifest = tenon::manifest{.name = "grocer", .version = "1.0.0"};
  using drivers = tenon::drivers<brass>;
  std::string call(brass, const scales::weigh& given) {
    return told(given.grams)
        .append(" ")
        .append(told(given.pieces))
        .append(" ")
        .append(told(given.price.get()))
        .append(" ")
        .append(told(given.wrapped))
        .append(" ")
        .append(std::to_string(given.tare));
  }
};

class optional_argument : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(app_.start()); }
  // What the driver was given, or why it was not called.
  std::string weigh(std::string_view args) {
    const std::string body = std::string(R"({"interface":"scales","method":"weigh","args":)").append(args).append("}");
    const std::string answer(sent_call(app_, body).body.view());
    for (const std::string_view before : {R"("result":")", R"("message":")"})
      if (const std::size_t at = answer.find(before); at != std::string::npos) {
        const std::size_t from = at + before.size();
        return answer.substr(from, answer.find('"', from) - from);
      }
    return answer;
  }

  tenon::app<drivers_door, tenon::testing::fake_http, tenon::testing::fake_identity, grocer> app_;
};

TEST_F(optional_argument, that_is_a_number_is_not_given_where_it_is_null) {
  EXPECT_EQ(weigh("{}"), "none 12 none none 0");
  EXPECT_EQ(weigh(R"({"grams":null,"pieces":null,"price":null})"), "none 12 none none 0");
  EXPECT_EQ(weigh(R"({"grams": null ,"pieces":1,"price":0.5})"), "none 1 0.500000 none 0");
  EXPECT_EQ(weigh("null"), "none 12 none none 0");
}

TEST_F(optional_argument, that_is_a_flag_is_false_where_it_is_null_as_any_flag) {
  EXPECT_EQ(weigh(R"({"wrapped":null})"), "none 12 none 0 0");
}

TEST_F(optional_argument, takes_otherwise_what_any_argument_takes) {
  for (const std::string_view args :
       {R"({"grams":"7"})", R"({"grams":true})", R"({"grams":1.5})", R"({"price":[null]})"})
    EXPECT_NE(weigh(args).find("of the interface scales: "), std::string::npos) << args << weigh(args);
  EXPECT_NE(weigh(R"({"pieces":-1})").find("expected unsigned number"), std::string::npos);
  EXPECT_NE(weigh(R"({"tare":null})").find("expected number"), std::string::npos) << "that is not optional";
}

}  // namespace
