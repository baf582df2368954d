#include "commands.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <optional>

#include "line_editor.hpp"
#include "printing.hpp"
#include "tenon/lifecycle/console_log.hpp"
#include "tenon/word/framework.hpp"
#include "words.hpp"

namespace tenon_commands {

program program_of(const char* started_as, std::span<const tenon::extension_facts> extensions) {
  std::string name = std::filesystem::path(started_as).filename().string();
  if (name.empty()) name = "program";
  return {name, std::string(tenon::framework_version),
          fmt::format("{}: a back end of {} extensions, composed with tenon {}.", name, extensions.size(),
                      tenon::framework_version)};
}

int report(const program& self, const std::vector<tenon::finding>& findings) {
  if (findings.size() == 1) {
    print_error(fmt::format("{}: {}\n", self.name, to_string(findings.front())));
    return 1;
  }
  print_error(fmt::format("{}: the configuration has {} mistakes:\n", self.name, findings.size()));
  for (const tenon::finding& one : findings) print_error(fmt::format("  {}\n", to_string(one)));
  return 1;
}

int report(const program& self, const std::exception& problem) {
  print_error(fmt::format("{}: {}\n", self.name, problem.what()));
  const bool reached = dynamic_cast<const program_not_reached*>(&problem) == nullptr &&
                       dynamic_cast<const console_has_ended*>(&problem) == nullptr;
  return reached ? 1 : 3;
}

int when_written(const program& self, int exit_code) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_code;
  std::clearerr(stdout);  // it is said once
  print_error(fmt::format("{}: what the command printed could not be written\n", self.name));
  return exit_code == 0 ? 1 : exit_code;
}

int tell(const program& self, const std::string& directory, const std::vector<std::string>& words) {
  const tenon_console::answer answer = ask_console(directory, {.words = words}, self.name);
  print_error(answer.error);
  print(answer.text);
  // A shell sees the last eight bits alone.
  const int code = answer.exit_code & 0xff;
  return when_written(self, code == 0 && answer.exit_code != 0 ? 1 : code);
}

void warn_of_options(const program& self, const command_line& line, const std::string& directory) {
  if (line.config || line.debug || !line.assignments.empty())
    print_error(
        fmt::format("{}: a program runs on {}, so options for starting one say nothing to it\n", self.name, directory));
}

int converse(const program& self, const std::string& directory) {
  line_editor lines(self.name + "> ", directory + "/console.history", [&](const std::vector<std::string>& words) {
    try {
      return ask_console(directory, {.words = words, .complete = true}, self.name).choices;
    } catch (const std::exception&) {  // whoever completes a word is told when the line is sent
      return std::vector<std::string>();
    }
  });
  if (lines.is_interactive()) print("`help` lists the commands; `exit` or Ctrl-D ends.\n");
  int exit_code = 0;
  std::size_t number = 0;
  while (const std::optional<std::string> line = lines.next()) {
    const typed_words typed = words_of(*line);
    ++number;
    if (!typed.problem.empty()) {
      print_error(fmt::format("{}{}\n", lines.is_interactive() ? "" : fmt::format("line {}: ", number), typed.problem));
      exit_code = 1;
      continue;
    }
    if (typed.words.empty()) continue;
    if (typed.words[0] == "exit") break;
    try {
      exit_code = tell(self, directory, typed.words);
    } catch (const std::exception& problem) {
      exit_code = report(self, problem);
      if (!is_held(directory)) break;
    }
  }
  if (lines.is_interactive()) print("\n");
  return exit_code;
}

const tenon::log_sink only_warnings{nullptr, [](void* data, const tenon::log_entry& entry) noexcept {
                                      if (entry.level >= tenon::log_level::warn) tenon::console_log.write(data, entry);
                                    }};

std::string left_out(const tenon::finding& stored) { return "left out of the stored settings: " + to_string(stored); }

std::string stored_changes(const std::vector<std::string>& extensions) {
  return fmt::format("its settings.json has changes for {}, which only --set overrules", fmt::join(extensions, ", "));
}

std::string behind_the_alias(std::span<const tenon::extension_facts> extensions) {
  for (const tenon::extension_facts& one : extensions)
    if (one.implementation) return fmt::format("extension_impl is {} {}", one.manifest.name, one.manifest.version);
  return "there is no implementation behind extension_impl";
}

std::string version_line(const program& self, std::span<const tenon::extension_facts> extensions) {
  return fmt::format("{}, tenon {}, {}", self.name, self.version, behind_the_alias(extensions));
}

}  // namespace tenon_commands
