// Types commands in a test, as the extension `console` does for an administrator.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/word/create_commands.hpp"
#include "tenon/word/event.hpp"
#include "tenon/word/manifest.hpp"

namespace tenon::testing {

struct keyboard {
  static constexpr auto manifest =
      tenon::manifest{.name = "keyboard", .version = "1.0.0", .doc = "Types commands in a test."};
  using emits = events<core::create_commands>;

  void on_init(auto& ctx) {
    ask_ = [ctx](core::create_commands& event) { ctx.emit(event); };
  }
  // The command of that whole name, as `hello:say-hello`. Throws std::out_of_range where nobody makes it.
  [[nodiscard]] command find(std::string_view name) const {
    command found;
    core::create_commands event{
        core::create_commands::registry([&](std::string_view extension, std::string_view own, command what) {
          if (std::string(extension).append(":").append(own) == name) found = std::move(what);
        })};
    ask_(event);
    if (!found.run) throw std::out_of_range(std::string("nobody makes the command ").append(name));
    return found;
  }

 private:
  std::function<void(core::create_commands&)> ask_{};
};

}  // namespace tenon::testing
