#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tenon/extension.hpp>
#include <tenon/json/to_text.hpp>

// A function is an aggregate of its arguments.
struct hello_world {
  static constexpr auto function =
      tenon::function{.name = "helloWorld", .doc = "Greets somebody.", .no_side_effects = true, .never_blocks = true};
  std::string subject = "World";
};

// An interface is what drivers of one kind do, whoever brings them; a method is an aggregate of its arguments.
struct greets {
  static constexpr auto interface = tenon::interface{.name = "hello-world", .doc = "Greets somebody."};
  struct greet {
    static constexpr auto method =
        tenon::driver_method{.name = "greet", .doc = "Gives a greeting.", .default_parameter = "subject"};
    using result = std::string;
    std::string subject = "World";
    std::optional<std::string> locale{};
  };
  using methods = tenon::methods<greet>;
};
using no_frills = tenon::driver<"no-frills", greets, {.doc = "Says hello.", .to = tenon::granted::everyone}>;

// One greeting, by every way in: a function, a driver, a page, a command, and another extension.
struct hello {
  static constexpr auto manifest = tenon::manifest{
      .name = "hello", .version = "1.0.0", .doc = "Greets, by every way in.", .needs = {{"http", "1.x.x"}}};

  struct settings {
    tenon::field<std::string, {.doc = "The word that a greeting begins with."}> greeting = "Hello";
  };
  using functions = tenon::functions<hello_world>;
  using drivers = tenon::drivers<no_frills>;
  // What others import: it greets whom it is given.
  using exports = std::function<std::string(std::string_view subject)>;
  exports& exported() noexcept { return greet_; }

  void on_init(auto& ctx) {
    greet_ = [ctx](std::string_view subject) {
      return std::string(ctx.settings().greeting.get()).append(", ").append(subject);
    };
  }

  std::string call(const hello_world& arguments) { return greet_(arguments.subject) + "!"; }

  // POST /drivers/call {"interface": "hello-world", "driver": "no-frills", "method": "greet", "args": {...}}
  std::string call(no_frills, const greets::greet& arguments, auto& ctx) {
    if (arguments.subject == "%fail%") throw tenon::error(tenon::error_type::unknown, "failing on purpose");
    if (arguments.subject == "%config%") return tenon::json::to_text(ctx.settings());
    return greet_(arguments.subject) + "!";
  }

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
