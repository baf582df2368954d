// The console of a running program: what an administrator on the same machine asks of it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "answering.hpp"
#include "command_registry.hpp"
#include "line_socket.hpp"
#include "own_commands.hpp"
#include "tenon/word/create_commands.hpp"
#include "tenon/word/event.hpp"
#include "tenon/word/manifest.hpp"

struct console {
  static constexpr auto manifest = tenon::manifest{
      .name = "console", .version = "1.0.0", .doc = "Answers commands of an administrator on the same machine."};
  // It sends what it is told to, by name, and asks everybody for commands.
  using emits = tenon::events<tenon::every_event, tenon::core::create_commands>;

  void on_open(auto& ctx) {
    commands_.emplace([ctx](std::string_view extension,
                            const std::function<void()>& inside) { return visits(ctx, extension, inside); },
                      ctx.log());
    tenon_console::add_own_commands(*commands_, ctx.function_door(), ctx.extensions());
    commands_->add("emit", tenon_console::emit_command(ctx));
    tenon::core::create_commands event{tenon::core::create_commands::registry(
        [this](std::string_view extension, std::string_view name, tenon::command what) {
          commands_->add_of(extension, name, std::move(what));
        })};
    ctx.emit(event);
    socket_.emplace(
        ctx.environment().data_dir,
        [this, log = ctx.log()](std::string_view line) { return tenon_console::answered(*commands_, log, line); },
        tenon_console::ending(), ctx.log());
    if (!socket_->problem().empty()) ctx.log().warn("no command can reach this program: " + socket_->problem());
  }
  void on_close() {
    socket_.reset();
    commands_.reset();
  }

 private:
  static bool visits(const auto& ctx, std::string_view extension, const std::function<void()>& inside) {
    for (std::size_t rank = 0; rank < ctx.extensions().size(); ++rank)
      if (ctx.extensions()[rank].manifest.name == extension)
        if (const auto visit = ctx.visit(rank); visit.is_admitted()) return inside(), true;
    return false;
  }

  std::optional<tenon_console::command_registry> commands_{};
  std::optional<tenon_console::line_socket> socket_{};
};
