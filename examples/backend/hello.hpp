#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <tenon/extension.hpp>

// A function is an aggregate of its arguments.
struct hello_world {
  static constexpr auto function =
      tenon::function{.name = "helloWorld", .doc = "Greets somebody.", .no_side_effects = true};
  std::string subject = "World";
};

// One greeting, by every way in: a function, a page, a command, and another extension.
struct hello {
  static constexpr auto manifest = tenon::manifest{
      .name = "hello", .version = "1.0.0", .doc = "Greets, by every way in.", .needs = {{"http", "1.x.x"}}};

  struct settings {
    tenon::field<std::string, {.doc = "The word that a greeting begins with."}> greeting = "Hello";
  };
  using functions = tenon::functions<hello_world>;
  // What others import: it greets whom it is given.
  using exports = std::function<std::string(std::string_view subject)>;
  exports& exported() noexcept { return greet_; }

  void on_init(auto& ctx) {
    greet_ = [ctx](std::string_view subject) {
      return std::string(ctx.settings().greeting.get()).append(", ").append(subject);
    };
  }

  std::string call(const hello_world& arguments) { return greet_(arguments.subject) + "!"; }

  // GET /hello?subject=Dave
  tenon::response on_get(const tenon::request& request) {
    return tenon::response::text(greet_(request.query_value("subject").value_or("World")) + "!");
  }

  // hello:say-hello NAME
  void on(tenon::core::create_commands& event) {
    event.create("say-hello",
                 {.doc = "Greets somebody, as in hello:say-hello Dave", .run = [this](tenon::command_call& call) {
                    call.print(greet_(call.words.empty() ? "World" : call.words[0]));
                  }});
  }

 private:
  exports greet_;
};
