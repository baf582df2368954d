// Which events are one, as the build says: TENON_EVENT_ALIASES, and ALIAS of a program.
#include "expect.hpp"

namespace build_test {

namespace {

class aliasing : public testing::Test {
 protected:
  scratch_tree tree{};

  void SetUp() override {
    tree.write("extensions/users.hpp", R"(#pragma once
#include <tenon/extension.hpp>
struct user_created {
  static constexpr std::string_view name = "user.created";
  static constexpr bool may_be_unheard = true;
  int id = 7;
};
struct users {
  using emits = tenon::events<user_created>;
  void on_ready(auto& ctx) { ctx.emit(user_created{}); }
};
)");
    accounts("  using listens = tenon::listens<account_opened>;\n");
    tree.write("examples/backend/main.cpp", R"(#include <cstdio>
#include <tenon/composition.hpp>
int main() {
  const bool good = tenon::composition{}.start();
  std::printf("done\n");
  return good ? 0 : 1;
}
)");
    program("EXTENSIONS *");
  }
  // With what it says of what it hears.
  void accounts(const std::string& listens) const {
    tree.write("extensions/accounts/accounts.hpp",
               R"(#pragma once
#include <cstdio>
#include <tenon/extension.hpp>
struct account_opened {
  static constexpr std::string_view name{"account.opened"};
  int id = 0;
};
struct accounts {
  static constexpr auto manifest = tenon::manifest{.name = "accounts", .version = "1.0.0"};
)" + listens + R"(  void on(const account_opened& event) { std::printf("account %d\n", event.id); }
};
)");
  }
  void program(const std::string& arguments) const {
    tree.write("examples/backend/CMakeLists.txt", "tenon_add_program(backend SOURCES main.cpp " + arguments + ")\n");
  }
  void expect_refused(const std::string& aliases, const std::string& sentence) const {
    expect_failure(tree.configure("\"-DTENON_EVENT_ALIASES=" + aliases + "\""), sentence);
  }
};

TEST_F(aliasing, is_done_by_a_variable_of_the_build_or_by_a_program) {
  expect_success(tree.configure("-DTENON_EVENT_ALIASES=user.created=account.opened"));
  expect_says(tree.build_and_run(), "account 7 done ");
  program("EXTENSIONS * ALIAS account.opened=user.created");
  expect_success(tree.configure("-UTENON_EVENT_ALIASES"));
  expect_says(tree.build_and_run(), "account 7 done ");
}

TEST_F(aliasing, is_refused_while_configuring_where_that_can_be_seen) {
  expect_refused("user.created", "TENON_EVENT_ALIASES has \"user.created\", which is no alias.");
  expect_refused("user.created=user.created", "TENON_EVENT_ALIASES makes user.created one with itself.");
  expect_refused("user.created=acount.opened",
                 "TENON_EVENT_ALIASES has \"user.created=acount.opened\", and no extension names an event "
                 "acount.opened; the nearest is account.opened.");
  program("EXTENSIONS users");
  expect_refused("user.created=account.opened",
                 "no program holds extensions that know both user.created and account.opened.");
  program("EXTENSIONS users ALIAS user.created=account.opened");
  expect_failure(tree.configure("-UTENON_EVENT_ALIASES"),
                 "The program backend has the alias \"user.created=account.opened\", and nothing in its extensions "
                 "names an event account.opened");
}

TEST_F(aliasing, of_an_event_that_nobody_lists_is_refused_by_the_compiler) {
  accounts("");
  expect_success(tree.configure("-DTENON_EVENT_ALIASES=user.created=account.opened"));
  expect_failure(tree.build_and_run(),
                 "user.created is to be one with account.opened by an alias, and nobody in this "
                 "composition emits one of that name, or lists it among its listens");
}

}  // namespace

}  // namespace build_test
