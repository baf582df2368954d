// What can be typed at the console, by name.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "contract.hpp"
#include "tenon/word/command.hpp"
#include "tenon/word/log.hpp"

namespace tenon_console {

// Filled while the console opens, and only read later.
class command_registry {
 public:
  // Does `inside` while the extension is kept from stopping; false, and nothing is done: it does not run.
  using visit = std::function<bool(std::string_view extension, const std::function<void()>& inside)>;

  // `log` hears of commands that fail.
  command_registry(visit to, tenon::log log);

  // A command of the console itself.
  void add(std::string name, tenon::command what);
  // A command of an extension, as tenon::core::create_commands has it. Throws tenon::error.
  void add_of(std::string_view extension, std::string_view name, tenon::command what);

  // Does what the words say, the first of which is a command's name.
  [[nodiscard]] answer execute(std::span<const std::string> words) const;
  // What the last of the words could become, in order.
  [[nodiscard]] std::vector<std::string> complete(std::span<const std::string> words) const;
  // For people: each command with its doc, in the order in which they came.
  [[nodiscard]] std::string help() const;

 private:
  struct entry {
    std::string name, extension;
    tenon::command what;
  };
  [[nodiscard]] const entry* find(std::string_view name) const;

  // A command of the console itself visits nobody.
  [[nodiscard]] bool inside(const entry& of, const std::function<void()>& what) const;

  visit visit_;
  tenon::log log_;
  std::vector<entry> all_{};
};

}  // namespace tenon_console
