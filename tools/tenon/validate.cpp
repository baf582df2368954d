#include "validate.hpp"

#include <cstdio>
#include <string>

#include "tenon/form/open_bundle.hpp"
#include "tenon/form/validator.hpp"
#include "tenon/word/error.hpp"

namespace tenon_tool {

namespace {

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string summary(const tenon::form::report& of) {
  return std::string(of.valid() ? "valid" : "not valid") + ": " + counted(of.errors().size(), "error") + ", " +
         counted(of.warnings().size(), "warning") + "; " + counted(of.info.file_count, "file") + ", " +
         counted(of.info.form_count, "form") + ", " + counted(of.info.renderer_count, "renderer") + "\n";
}

bool print(const std::string& text) {
  const bool is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!is_written) std::perror("tenon: the findings cannot be written");
  return is_written;
}

// For programs it is a finding too, so that they need not read two kinds of text.
int unreadable(const command_line& line, const tenon::error& why) {
  tenon::form::report only;
  only.error({.message = why.message()});
  if (line.json) static_cast<void>(print(to_json(only) + "\n"));
  std::fprintf(stderr, "tenon: %s: %s\n", line.bundle.c_str(), why.message().c_str());
  return 2;
}

}  // namespace

int validate(const command_line& line) try {
  const auto bundle = tenon::form::open_bundle(line.bundle);
  const tenon::form::report found = tenon::form::validate(*bundle, {.strict = line.strict});
  if (!print(line.json ? to_json(found) + "\n" : to_text(found) + summary(found))) return 2;
  return found.valid() ? 0 : 1;
} catch (const tenon::error& why) {
  return unreadable(line, why);
}

}  // namespace tenon_tool
