#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../drivers.hpp"
#include "sent_call.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/testing/recorded_log.hpp"

namespace {

using tenon::testing::fake_http;

struct prints {
  static constexpr auto interface = tenon::interface{.name = "prints"};
  struct page {
    static constexpr auto method = tenon::driver_method{.name = "page"};
    using result = tenon::streamed;
    tenon::required<std::string> title;
    int lines = 2;
  };
  using methods = tenon::methods<page>;
};
using inkjet = tenon::driver<"inkjet", prints, {.to = tenon::granted::everyone}>;

tenon::pieces lines_of(std::string title, int lines) {
  for (int i = 1; i <= lines; ++i) co_yield std::string(title).append(" ").append(std::to_string(i)).append("\n");
}
struct office {
  static constexpr auto manifest = tenon::manifest{.name = "office", .version = "1.0.0"};
  struct settings {
    tenon::restart<int> floor = 1;
  };
  using drivers = tenon::drivers<inkjet>;
  tenon::streamed call(inkjet, const prints::page& given) {
    if (given.lines < 0) throw tenon::error(tenon::error_type::invalid_request, "fewer than no lines");
    return {"text/csv", lines_of(given.title, given.lines)};
  }
};

class streamed_result : public testing::Test {
 protected:
  using app_type = tenon::app<drivers_door, fake_http, tenon::testing::fake_identity, office>;
  void SetUp() override { ASSERT_TRUE(app_.start()); }
  tenon::response call(std::string_view args) {
    const std::string body = std::string(R"({"interface":"prints","method":"page","args":)").append(args).append("}");
    return sent_call(app_, body);
  }
  static std::string rest_of(tenon::pieces& from) {
    std::string out;
    while (from.next({[](void*) noexcept {}, nullptr}) == tenon::pieces::step::piece) out += from.text();
    return out;
  }

  app_type app_;
};

TEST_F(streamed_result, comes_in_pieces_and_without_an_envelope) {
  tenon::response answer = call(R"({"title":"Line","lines":3})");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type.view(), "text/csv");
  ASSERT_NE(answer.more, nullptr);
  EXPECT_EQ(rest_of(*answer.more), "Line 1\nLine 2\nLine 3\n");
}

TEST_F(streamed_result, that_does_not_come_to_it_is_answered_as_any_other) {
  EXPECT_NE(call(R"({"title":"x","lines":-1})").body.view().find("fewer than no lines"), std::string_view::npos);
  EXPECT_NE(call("{}").body.view().find("missing_required_argument"), std::string_view::npos);
}

TEST(pieces, stay_with_all_their_hosts_and_are_welcome_where_all_say_so) {
  struct host {
    bool welcomes = true;
    static bool ask(const void* self) noexcept { return static_cast<const host*>(self)->welcomes; }
  };
  const auto first = std::make_shared<host>(), second = std::make_shared<host>();
  {
    tenon::pieces one = lines_of("a", 1);
    one.stay_with(first, &host::ask);
    EXPECT_TRUE(one.is_welcome());
    one.stay_with(second, &host::ask);
    EXPECT_TRUE(one.is_welcome());
    first->welcomes = false;
    EXPECT_FALSE(one.is_welcome());
    first->welcomes = true;
    second->welcomes = false;
    EXPECT_FALSE(one.is_welcome());
    EXPECT_EQ(first.use_count(), 2);
    EXPECT_EQ(second.use_count(), 2);
  }
  EXPECT_EQ(first.use_count(), 1);
  EXPECT_EQ(second.use_count(), 1);
}

// Its drivers are made while the program starts.
struct copy_shop {
  static constexpr auto manifest = tenon::manifest{.name = "copy_shop", .version = "1.0.0"};
  struct made {
    tenon::streamed call(const prints::page& given) { return {"text/csv", lines_of(given.title, given.lines)}; }
  };
  void on(tenon::core::create_drivers& event) { event.create<prints>("laser", made()); }
};

TEST(streamed_results, are_refused_of_a_driver_that_is_made_while_the_program_runs) {
  tenon::testing::recorded_log log;
  tenon::app<drivers_door, fake_http, tenon::testing::fake_identity, copy_shop> app{
      tenon::environment{.log_sink = log.sink()}};
  static_cast<void>(app.start());
  bool said = false;
  for (const tenon::testing::log_line& line : log.lines())
    said = said || line.message.find("page of that gives its result in pieces") != std::string::npos;
  EXPECT_TRUE(said);
}

}  // namespace
