#include "command_line.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace tenon_tool {

std::optional<int> parse(int argc, const char* const* argv, command_line& line) {
  CLI::App app("Looks at what an application brings.", "tenon");
  app.require_subcommand(1);
  CLI::App* validate = app.add_subcommand("validate", "Find every mistake in a bundle of forms");
  validate->add_option("BUNDLE", line.bundle, "A folder, or a ZIP file")->required();
  validate->add_flag("--strict", line.strict, "Take a script that an ext.json names and that is missing for an error");
  validate->add_flag("--json", line.json, "Print the findings as one JSON object");
  validate->footer("Exit codes: 0 valid, where there may be warnings; 1 findings; 2 unreadable, or wrong usage.");
  CLI::App* compose = app.add_subcommand("compose", "Make a bundle part of a program, as tenon_add_bundle has it done");
  compose->add_option("BUNDLE", line.bundle, "A folder")->required();
  compose->add_option("--header", line.header, "The file that says what there is")->required();
  compose->add_option("--source", line.source, "The file that holds it")->required();
  compose->footer("Exit codes: 0 written; 1 the bundle has errors; 2 unreadable, or wrong usage.");
  compose->callback([&line] { line.what = task::compose; });
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& ended) {
    if (ended.get_exit_code() == 0) return app.exit(ended);
    std::fprintf(stderr, "tenon: %s. `tenon --help` shows what there is, `tenon validate --help` what that takes.\n",
                 ended.what());
    return 2;
  }
  return std::nullopt;
}

}  // namespace tenon_tool
