// What is typed at the console, without its socket; and what extensions have typed there.
#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "../command_registry.hpp"
#include "../own_commands.hpp"
#include "tenon/app.hpp"
#include "tenon/testing/recorded_log.hpp"
#include "tenon/word/create_commands.hpp"
#include "tenon/word/function.hpp"

namespace {

using tenon::core::create_commands;
using tenon_console::answer;
using words = std::vector<std::string>;

struct hello_world {
  static constexpr auto function = tenon::function{.name = "helloWorld", .no_side_effects = true};
  std::string subject = "World";
};
struct add {
  static constexpr auto function = tenon::function{.name = "add", .no_side_effects = true};
  tenon::required<int> a;
  int b = 1;
};
struct nothing {
  static constexpr auto function = tenon::function{.name = "nothing"};
};
struct also_add {
  static constexpr auto function = add::function;
  int a = 0;
};
// Has functions, and commands of both forms.
struct utils {
  static constexpr auto manifest = tenon::manifest{.name = "utils", .version = "1.0.0", .priority = 5};
  using functions = tenon::functions<hello_world, add, nothing>;
  using exports = int;

  std::string call(const hello_world& arguments) { return "Hello, " + arguments.subject + "!"; }
  int call(const add& arguments) { return arguments.a + arguments.b; }
  void call(const nothing&) {}
  int& exported() { return uses_; }

  void on(create_commands& event) {
    event.create("say-hello", {.doc = "Greets",
                               .run =
                                   [this](tenon::command_call& call) {
                                     ++uses_;
                                     call.print("Hello, " + call.words[0]);
                                   },
                               .complete = [](std::span<const std::string>) { return words{"Dave", "Ada"}; }});
    event.create("fail", [](tenon::command_call& call) {
      call.print("begun");
      throw std::runtime_error("on purpose");
    });
    event.create("count", [this](tenon::command_call& call) { call.exit_code = uses_; });
  }

 private:
  int uses_ = 0;
};
struct other {
  static constexpr auto manifest = tenon::manifest{.name = "other", .version = "1.0.0"};
  using functions = tenon::functions<also_add>;
  int call(const also_add&) { return 0; }
  void on_start() { throw std::runtime_error("no luck"); }
  void on(create_commands& event) {
    event.create("never", [](tenon::command_call& call) { call.print("never"); });
  }
};
bool everybody(std::string_view, const std::function<void()>& inside) {
  inside();
  return true;
}
// Keeps a registry, as the console does, without a socket.
struct keyboard {
  static constexpr auto manifest = tenon::manifest{.name = "keyboard", .version = "1.0.0"};
  using emits = tenon::events<create_commands>;
  using exports = tenon_console::command_registry;

  void on_open(auto& ctx) {
    registry_.emplace(everybody, ctx.log());
    tenon_console::add_own_commands(*registry_, ctx.function_door(), ctx.extensions());
    create_commands event{create_commands::registry(
        [this](auto whose, auto name, tenon::command what) { registry_->add_of(whose, name, std::move(what)); })};
    ctx.emit(event);
    typed = &*registry_;
  }
  tenon_console::command_registry& exported() { return *registry_; }

  static inline const tenon_console::command_registry* typed = nullptr;

 private:
  std::optional<tenon_console::command_registry> registry_{};
};

class command : public testing::Test {
 protected:
  command() : app_({.log_sink = log_.sink()}) { EXPECT_TRUE(app_.start()); }
  answer typed(const words& all) { return keyboard::typed->execute(all); }
  words completed(const words& all) { return keyboard::typed->complete(all); }

  tenon::testing::recorded_log log_{};
  tenon::app<utils, other, keyboard> app_;
};

TEST_F(command, bears_the_name_of_the_extension_that_made_it) {
  EXPECT_EQ(typed({"utils:say-hello", "Dave"}).text, "Hello, Dave\n");
  EXPECT_EQ(typed({"say-hello", "Dave"}).exit_code, 1);
}
TEST_F(command, is_made_in_the_short_form_too) { EXPECT_EQ(typed({"utils:count"}).exit_code, 0); }
TEST_F(command, acts_on_its_own_extension_and_says_how_it_ended) {
  EXPECT_EQ(typed({"utils:say-hello", "Dave"}).exit_code, 0);
  EXPECT_EQ(typed({"utils:count"}).exit_code, 1);
}
TEST_F(command, that_is_unknown_is_said_with_the_nearest) {
  const answer unknown = typed({"utils:say-helo"});
  EXPECT_EQ(unknown.exit_code, 1);
  EXPECT_EQ(unknown.error, "unknown command: utils:say-helo; the nearest is utils:say-hello. `help` lists all.\n");
  EXPECT_EQ(typed({"say-hello"}).error,
            "unknown command: say-hello; the nearest is utils:say-hello. `help` lists all.\n");
  EXPECT_EQ(typed({"call", "utils:helloWorld"}).error,
            "Unknown function: utils:helloWorld. Did you mean utils::helloWorld?\n");
  EXPECT_EQ(typed({"x"}).error, "unknown command: x. `help` lists all.\n");
}
TEST_F(command, that_throws_is_said_and_logged_and_what_it_had_printed_is_kept) {
  const answer failed = typed({"utils:fail"});
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_EQ(failed.text, "begun\n");
  EXPECT_EQ(failed.error, "command utils:fail failed: on purpose\n");
  EXPECT_EQ(log_.lines().back().message, "command utils:fail failed: on purpose");
}
TEST_F(command, of_an_extension_that_does_not_run_is_refused) {
  tenon_console::command_registry registry([](std::string_view, const std::function<void()>&) { return false; }, {});
  registry.add_of("other", "never",
                  {.run = [](tenon::command_call& call) { call.print("never"); },
                   .complete = [](std::span<const std::string>) { return words{"never"}; }});
  EXPECT_EQ(registry.complete(words{"other:never", ""}), words{});
  const answer refused = registry.execute(words{"other:never"});
  EXPECT_EQ(refused.error, "command other:never failed: the extension other does not run\n");
  EXPECT_EQ(refused.text, "");
}
TEST_F(command, is_not_asked_for_of_an_extension_that_did_not_start) {
  EXPECT_TRUE(typed({"other:never"}).error.starts_with("unknown command: other:never")) << typed({"other:never"}).error;
}
TEST_F(command, that_cannot_be_is_refused_and_the_first_of_a_name_stays) {
  tenon_console::command_registry registry(everybody, {});
  const auto refusal = [&](std::string_view name, tenon::command what) -> std::string {
    try {
      registry.add_of("utils", name, std::move(what));
    } catch (const tenon::error& problem) {
      return problem.message();
    }
    return {};
  };
  const auto says = [](std::string_view text) {
    return tenon::command{.run = [text](tenon::command_call& call) { call.print(text); }};
  };
  EXPECT_EQ(refusal("greet", says("first")), "");
  EXPECT_EQ(refusal("greet", says("second")),
            "the command utils:greet is there already. Give one of the two another name.");
  EXPECT_EQ(refusal("Say Hello", says("")),
            "the command utils:Say Hello has a name that has a capital letter. Write it as in say-hello.");
  EXPECT_EQ(refusal("idle", {}), "the command utils:idle should have a handler function. Give it one as .run.");
  EXPECT_EQ(registry.execute(words{"utils:greet"}).text, "first\n");
}

TEST_F(command, help_lists_every_command_with_its_doc) {
  EXPECT_EQ(typed({"help"}).text,
            "available commands:\n"
            "- help: Lists what can be typed\n"
            "- call: Calls a function, as in call helloWorld subject=Dave\n"
            "- extension:list: Lists the extensions of this program, in start order\n"
            "- exports:list: Lists what extensions give others to use, and its type\n"
            "- utils:say-hello: Greets\n"
            "- utils:fail\n"
            "- utils:count\n");
}
TEST_F(command, extension_list_and_exports_list_say_what_the_program_is_made_of) {
  EXPECT_EQ(typed({"extension:list"}).text,
            "- keyboard (feature)\n- other (feature)\n- utils (feature) (priority 5)\n");
  EXPECT_EQ(typed({"exports:list"}).text, "- keyboard: tenon_console::command_registry\n- utils: int\n");
}

TEST_F(command, call_calls_a_function_by_name_and_prints_what_it_gives) {
  EXPECT_EQ(typed({"call", "helloWorld", "subject=Dave Bowman"}).text, "\"Hello, Dave Bowman!\"\n");
  EXPECT_EQ(typed({"call", "helloWorld"}).text, "\"Hello, World!\"\n");
  EXPECT_EQ(typed({"call", "utils::add", "a=41"}).text, "42\n");
}
TEST_F(command, call_refuses_what_does_not_fit_and_says_why) {
  EXPECT_EQ(typed({"call", "helloWord"}).error, "Unknown function: helloWord. Did you mean helloWorld?\n");
  EXPECT_EQ(typed({"call", "whatever"}).error, "Unknown function: whatever. `list functions` shows all.\n");
  EXPECT_EQ(typed({"call", "add", "a=1"}).error,
            "Several extensions have a function add. Name one of them: other::add utils::add\n");
  EXPECT_EQ(typed({"call", "utils::add"}).error, "a: expected a whole number, found nothing. Add \"a\".\n");
  EXPECT_EQ(typed({"call", "utils::add", "a=1", "c=2"}).error, "c: nothing is called so; the names are a, b.\n");
  EXPECT_EQ(typed({"call", "nothing", "c=2"}).error, "c: nothing is called so; leave it out, as there are no names.\n");
  EXPECT_EQ(typed({"call", "helloWorld", "=Dave"}).error, "Arguments have names: write `=Dave` as name=value.\n");
  EXPECT_EQ(typed({"call", "helloWorld", "subjekt=Dave"}).error,
            "subjekt: nothing is called so; the nearest is subject.\n");
  EXPECT_EQ(typed({"call", "helloWorld", "Dave"}).error, "Arguments have names: write `Dave` as name=value.\n");
  EXPECT_EQ(typed({"call", "other::add", "a=1"}).error, "The extension other does not run\n");
  EXPECT_EQ(typed({"call"}).exit_code, 1);
  EXPECT_EQ(typed({"call", "utils::add", "a=x"}).exit_code, 1);
}

TEST_F(command, names_and_arguments_are_completed) {
  EXPECT_EQ(completed({"utils:"}), (words{"utils:count", "utils:fail", "utils:say-hello"}));
  EXPECT_EQ(completed({"ex"}), (words{"exports:list", "extension:list"}));
  EXPECT_EQ(completed({"utils:say-hello", "D"}), words{"Dave"});
  EXPECT_EQ(completed({"call", "hello"}), words{"helloWorld"});
  EXPECT_EQ(completed({"call", "a"}), words{});
  EXPECT_EQ(completed({"call", "utils::"}), (words{"utils::add", "utils::helloWorld", "utils::nothing"}));
  EXPECT_EQ(completed({"call", "utils::add", ""}), (words{"a=", "b="}));
  EXPECT_EQ(completed({"call", "utils::add", "a=1", ""}), words{"b="});
  EXPECT_EQ(completed({"call", "utils::add", "b"}), words{"b="});
  EXPECT_EQ(completed({"nobody", "x"}), words{});
}

}  // namespace
