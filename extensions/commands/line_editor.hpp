// Lines from a person at a terminal, who can edit them, have them completed and find earlier ones; or from a file.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon_commands {

// One at a time in a process, on one thread: a terminal is one.
class line_editor {
 public:
  // What the last of the words could become.
  using completer = std::function<std::vector<std::string>(const std::vector<std::string>& words)>;

  // `history` is a file, mode 0600, of the lines of earlier times; one that cannot be read or written is none.
  line_editor(std::string prompt, std::string history, completer complete);
  ~line_editor();
  line_editor(const line_editor&) = delete;
  line_editor& operator=(const line_editor&) = delete;

  // Whether somebody sits at a terminal.
  [[nodiscard]] bool is_interactive() const noexcept;
  // Without its end; none at the end of the input.
  [[nodiscard]] std::optional<std::string> next();

 private:
  struct terminal;
  std::unique_ptr<terminal> terminal_;  // none where the input is no terminal
};

// What may be typed behind `line` for all of the choices: the rest of the only one and a space, or what they have in
// common. `line` ends in what has been typed of the last word.
[[nodiscard]] std::string completion(std::string_view line, const std::vector<std::string>& choices);

}  // namespace tenon_commands
