// Measures the programs of this build beside others, in one run, and prints a table of what was wanted and what came.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "command_line.hpp"
#include "figures/bundles.hpp"
#include "figures/calls.hpp"
#include "figures/compile_time.hpp"
#include "figures/dispatch.hpp"
#include "figures/footprint.hpp"
#include "figures/instructions.hpp"
#include "figures/routes.hpp"
#include "figures/start.hpp"
#include "figures/throughput.hpp"
#include "figures/values.hpp"
#include "measure/load.hpp"
#include "report/conclusion.hpp"
#include "report/progress.hpp"

namespace {

using namespace bench;

std::vector<chapter> measure(const options& wanted) {
  const tenon::testing::scratch_folder folder;
  const contestants all = gather(folder);
  std::vector<chapter> chapters;
  const auto part = [&](const char* name, auto figures) {
    if (!wanted.only.empty() && std::find(wanted.only.begin(), wanted.only.end(), name) == wanted.only.end()) return;
    for (chapter& one : figures()) chapters.push_back(std::move(one));
  };
  part("instructions", [&] { return instruction_figures(all); });
  part("throughput", [&] { return throughput_figures(all, wanted); });
  part("calls", [&] { return call_figures(all, folder, wanted); });
  part("start", [&] { return start_figures(all, wanted); });
  part("footprint", [&] { return footprint_figures(all); });
  part("dispatch", [&] { return dispatch_figures(wanted); });
  part("routes", [&] { return route_figures(wanted); });
  part("values", [&] { return value_figures(wanted); });
  part("bundles", [&] { return bundle_figures(folder, wanted); });
  part("compile_time", [&] { return compile_time_figures(wanted); });
  return chapters;
}

}  // namespace

int main(int count, char** arguments) {
  int exit_code = 0;
  const auto wanted = read_command_line(count, arguments, exit_code);
  if (!wanted) return exit_code;
  const double load = load_before();
  const auto chapters = attempt([&] { return measure(*wanted); });
  if (!chapters.value) return std::fprintf(stderr, "bench: %s\n", chapters.trouble.c_str()), 1;
  const conclusion end = conclude(*chapters.value, wanted->strict);
  std::string note;
  if (load > 0.5)
    note =
        fmt::format("The machine was busy before this began (load {:.1f}): times are worth less than counts.\n", load);
  std::printf("%s\n%s%s", table_of(*chapters.value).c_str(), note.c_str(), end.text.c_str());
  return end.good ? 0 : 1;
}
