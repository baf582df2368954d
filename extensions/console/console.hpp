// The console of a running program: what an administrator on the same machine asks of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "answering.hpp"
#include "line_socket.hpp"
#include "tenon/word/event.hpp"
#include "tenon/word/manifest.hpp"

struct console {
  static constexpr auto manifest = tenon::manifest{
      .name = "console", .version = "1.0.0", .doc = "Answers commands of an administrator on the same machine."};
  // It sends what it is told to, by name.
  using emits = tenon::every_event;

  void on_open(auto& ctx) {
    socket_.emplace(ctx.environment().data_dir,
                    [ctx](std::string_view line) { return tenon_console::answered(ctx, line); });
    if (!socket_->problem().empty()) ctx.log().warn("no command can reach this program: " + socket_->problem());
  }
  void on_close() { socket_.reset(); }

 private:
  std::optional<tenon_console::line_socket> socket_{};
};
