// create.commands: a console opens, and wants to know what can be typed there.
#pragma once

#include <functional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/word/command.hpp"

namespace tenon::core {

// Emitted by the console once, when everybody has started. `say-hello` from the extension `utils` becomes
// `utils:say-hello`. A command is kept until the console closes, which is before any extension stops, so it may hold
// `this` and a ctx.
struct create_commands {
  static constexpr std::string_view name = "create.commands";
  static constexpr bool may_be_unheard = true;

  class registry {
   public:
    // Throws tenon::error where the name is none, where the extension has one of that name, or where it does nothing.
    using add = std::function<void(std::string_view extension, std::string_view name, command what)>;

    explicit registry(add to) : add_(std::move(to)) {}
    registry(const registry&) = delete;
    registry& operator=(const registry&) = delete;

   private:
    friend struct create_commands;
    add add_;
    std::string_view extension_{};
  };
  registry of;

  // A name is written like that of an extension. Throws tenon::error, as `registry::add`.
  void create(std::string_view command_name, command what) { of.add_(of.extension_, command_name, std::move(what)); }
  // The short form: `event.create("say-hello", [](tenon::command_call& call) { call.print("Hello"); });`.
  template <class F>
    requires std::is_invocable_v<F&, command_call&>
  void create(std::string_view command_name, F run) {
    create(command_name, command{.run = std::move(run)});
  }

  void heard_by(std::string_view extension) noexcept { of.extension_ = extension; }
};

}  // namespace tenon::core
