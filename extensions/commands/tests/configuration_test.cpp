// What the program's own environment variables say, and that every mistake of every extension is told at once.
#include "../configuration.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "tenon/app.hpp"

namespace {

using namespace std::chrono_literals;

class steady_state_delay : public testing::Test {
 protected:
  void TearDown() override { unsetenv("TENON_STEADY_STATE_DELAY"); }
  std::chrono::nanoseconds read(const char* text) {
    setenv("TENON_STEADY_STATE_DELAY", text, 1);
    findings_.clear();
    return tenon_commands::steady_state_delay(findings_);
  }
  std::vector<tenon::finding> findings_;
};

TEST_F(steady_state_delay, is_ten_seconds_where_nobody_says_otherwise) {
  EXPECT_EQ(tenon_commands::steady_state_delay(findings_), 10s);
  EXPECT_EQ(read(""), 10s);
  EXPECT_TRUE(findings_.empty());
}

TEST_F(steady_state_delay, is_what_the_variable_says) {
  EXPECT_EQ(read("0s"), 0s);
  EXPECT_EQ(read("1min30s"), 90s);
  EXPECT_EQ(read("1h"), 1h);
  EXPECT_TRUE(findings_.empty());
}

TEST_F(steady_state_delay, that_is_none_or_out_of_range_is_a_finding) {
  for (const char* text : {"soon", "10", "-1s", "61min"}) {
    read(text);
    ASSERT_EQ(findings_.size(), 1U) << text;
    EXPECT_EQ(findings_[0].source, "TENON_STEADY_STATE_DELAY");
    EXPECT_NE(findings_[0].message.find(std::string("found \"") + text + "\""), std::string::npos);
  }
}

struct oven {
  static constexpr auto manifest = tenon::manifest{.name = "oven", .version = "1.0.0"};
  struct settings {
    tenon::field<int, {.min = 50, .max = 250}> degrees = 180;
    int shelves = 3;
  };
  static std::vector<std::string> check(const settings& given, const tenon::environment&) {
    if (given.shelves <= 4) return {};
    return {"oven.shelves is " + std::to_string(given.shelves) + ", but four fit."};
  }
};

struct fridge {
  static constexpr auto manifest = tenon::manifest{.name = "fridge", .version = "1.0.0"};
  struct settings {
    int drawers = 2;
  };
  static std::vector<std::string> check(const settings& given, const tenon::environment&) {
    return given.drawers == 13 ? std::vector<std::string>{"fridge.drawers is an unlucky number."}
                               : std::vector<std::string>{};
  }
};

TEST(configuration, tells_what_cannot_be_read_and_what_extensions_have_to_say_at_once) {
  tenon_commands::command_line line;
  line.assignments = {"oven.degrees=900", "oven.shelves=9", "fridge.drawers=13", "fridge.draws=1"};
  const auto found = tenon_commands::read_configuration<tenon::app<oven, fridge>>(line, testing::TempDir()).findings;
  std::vector<std::string> told;
  for (const tenon::finding& one : found) told.push_back(tenon::to_string(one));
  EXPECT_EQ(told, (std::vector<std::string>{
                      "--set oven.degrees: /oven/degrees: expected a whole number between 50 and 250, found \"900\". "
                      "Write a number, e.g. 180.",
                      "--set fridge.draws: /fridge/draws: there is no such key. The keys are \"drawers\".",
                      "oven: oven.shelves is 9, but four fit.",
                      "fridge: fridge.drawers is an unlucky number.",
                  }));
}

TEST(configuration, begins_with_what_the_program_sets_itself_and_takes_all_else_before_it) {
  tenon_commands::command_line line;
  line.own = {"oven.degrees=200", "oven.shelves=3"};
  using kitchen = tenon::app<oven, fridge>;
  EXPECT_EQ(tenon_commands::read_configuration<kitchen>(line, testing::TempDir()).settings.of<oven>().degrees, 200);
  EXPECT_EQ(tenon_commands::defaults_of<kitchen>(line).of<oven>().degrees, 200) << "and lists say so";
  setenv("TENON_OVEN__SHELVES", "2", 1);
  line.assignments = {"oven.degrees=100"};
  const auto found = tenon_commands::read_configuration<kitchen>(line, testing::TempDir());
  unsetenv("TENON_OVEN__SHELVES");
  EXPECT_EQ(found.settings.of<oven>().degrees, 100);
  EXPECT_EQ(found.settings.of<oven>().shelves, 2);

  line.own = {"oven.degree=200"};
  const auto wrong = tenon_commands::read_configuration<kitchen>(line, testing::TempDir()).findings;
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_EQ(tenon::to_string(wrong[0]).find("the program: /oven/degree: there is no such key."), 0U)
      << tenon::to_string(wrong[0]);
}

struct cellar_shelf {
  int max_bottles = 9;
};
struct cellar_settings {
  int port = 1;
  cellar_shelf top{};
  int new_ = 0;
};

TEST(configuration, remarks_on_a_variable_with_one_underscore_where_two_belong) {
  const char* const variables[] = {"TENON_WINE_CELLAR_PORT=3",
                                   "TENON_WINE_CELLAR_TOP_MAX_BOTTLES=4",
                                   "TENON_WINE_CELLAR_NEW=",
                                   "TENON_WINE_CELLAR__PORT=3",  // this one is read
                                   "TENON_WINE_CELLAR_PORTS=3",  // and these are nobody's
                                   "TENON_WINE_CELLAR_TOP_BOTTLES=4",
                                   "TENON_WINE_CELLAR=4",
                                   "TENON_WINE_CELLARPORT=4",
                                   "WINE_CELLAR_PORT=3",
                                   nullptr};
  std::vector<std::string> remarks;
  tenon_commands::remark_on_underscores(variables, "wine-cellar", tenon::reflect::described<cellar_settings>, remarks);
  const std::string why =
      " is not read: between an extension and its key stand two underscores. Write TENON_WINE_CELLAR__";
  EXPECT_EQ(remarks, (std::vector<std::string>{
                         "TENON_WINE_CELLAR_PORT" + why + "PORT.",
                         "TENON_WINE_CELLAR_TOP_MAX_BOTTLES" + why + "TOP__MAX_BOTTLES.",
                         "TENON_WINE_CELLAR_NEW" + why + "NEW.",
                     }));

  // What the program reads for itself, whoever could have such a setting.
  struct folder {
    int dir = 0;
  };
  const char* const own[] = {"TENON_DATA_DIR=/var/lib", nullptr};
  remarks.clear();
  tenon_commands::remark_on_underscores(own, "data", tenon::reflect::described<folder>, remarks);
  EXPECT_EQ(remarks, std::vector<std::string>());

  setenv("TENON_OVEN_SHELVES", "2", 1);
  const auto found = tenon_commands::read_configuration<tenon::app<oven, fridge>>({}, testing::TempDir());
  unsetenv("TENON_OVEN_SHELVES");
  EXPECT_TRUE(found.findings.empty());
  ASSERT_EQ(found.remarks.size(), 1U);
  EXPECT_TRUE(found.remarks[0].ends_with("Write TENON_OVEN__SHELVES.")) << found.remarks[0];
}

// As much of a door as an issuer is derived from.
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "http", .version = "1.0.0"};
  struct settings {
    bool listen = true;
    int port = 8080;
  };
};

struct lamp {
  static constexpr auto manifest = tenon::manifest{.name = "lamp", .version = "1.0.0"};
  struct settings {
    bool lit = false;
  };
  static std::vector<std::string> remarks(const settings& given, const tenon::environment&) {
    return given.lit ? std::vector<std::string>{} : std::vector<std::string>{"it is dark."};
  }
};

class issuer : public testing::Test {
 protected:
  void SetUp() override { unsetenv("AUTH_ISSUER"); }
  void TearDown() override { unsetenv("AUTH_ISSUER"); }
  static auto read(std::vector<std::string> assignments) {
    tenon_commands::command_line line;
    line.assignments = std::move(assignments);
    auto found = tenon_commands::read_configuration<tenon::app<door, lamp>>(line, testing::TempDir());
    EXPECT_TRUE(found.findings.empty());
    return found;
  }
};

TEST_F(issuer, is_the_port_that_this_machine_reaches_or_none_where_nobody_knows_it_yet) {
  EXPECT_EQ(read({}).environment.auth_issuer, "http://localhost:8080/local_oidc");
  EXPECT_EQ(read({"http.port=9000"}).environment.auth_issuer, "http://localhost:9000/local_oidc");
  EXPECT_EQ(read({"http.port=0"}).environment.auth_issuer, "");
  EXPECT_EQ(read({"http.listen=false"}).environment.auth_issuer, "") << "nobody answers on that port";
  setenv("AUTH_ISSUER", "https://dev.example.com/local_oidc/", 1);
  EXPECT_EQ(read({"http.port=0"}).environment.auth_issuer, "https://dev.example.com/local_oidc");
}

TEST_F(issuer, remarks_of_extensions_are_no_findings) {
  EXPECT_EQ(read({}).remarks, std::vector<std::string>{"lamp: it is dark."});
  EXPECT_TRUE(read({"lamp.lit=true"}).remarks.empty());
}

}  // namespace
