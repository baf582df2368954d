#include "figures/dispatch.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "measure/median.hpp"
#include "measure/process.hpp"
#include "measure/program_instructions.hpp"
#include "report/progress.hpp"

namespace bench {

namespace {

constexpr const char* program = BENCH_DISPATCH;
constexpr const char* joints_program = BENCH_JOINTS;
constexpr const char* node_program = R"(
const E = new (require('events'))(), n = {}, count = {};
E.setMaxListeners(100);
const states = [];
for (let i = 0; i < n; ++i) {{ states.push(i); E.on('event', e => {{ states[i] = Math.imul(states[i] ^ e.a, 0x9e3779b9) + e.b; }}); }}
const run = () => {{ const e = {{ a: 0, b: 2 }}; for (let i = 0; i < count; ++i) {{ e.a = i; E.emit('event', e); }} }};
run();
const begin = process.hrtime.bigint();
run();
console.log(Number(process.hrtime.bigint() - begin) / count);
)";

std::string told_by(const command& what) {
  const finished end = run(what, std::chrono::minutes(5));
  if (end.exit_code != 0) throw std::runtime_error(what.words[0] + " failed: " + end.output.substr(0, 200));
  return end.output;
}

// So that a run takes about as long for one listener as for many.
std::size_t rounds_for(int listeners) { return 4'000'000 / static_cast<std::size_t>(listeners); }

double nanoseconds(const std::string& way, int listeners) {
  const std::string count = std::to_string(rounds_for(listeners));
  if (way == "node")
    return std::stod(told_by({{"node", "-e", fmt::format(fmt::runtime(node_program), listeners, count)}}));
  return std::stod(told_by({{program, way, std::to_string(listeners), count}}));
}

double instructions(const std::string& way, int listeners) {
  return instructions_of_one({program, way, std::to_string(listeners)}, 1'000, 11'000);
}

chapter joint_figures() {
  chapter out{"User instructions of one way across a joint, bodies inlined, by callgrind"};
  for (const std::string joint : {"provider", "import", "setting"}) {
    progress("counting a " + joint);
    const auto count_of = [&](const std::string& way) {
      return attempt([&] { return instructions_of_one({joints_program, way, joint}, 1'000, 101'000); });
    };
    out.figures.push_back({.what = joint,
                           .ours = count_of("composed"),
                           .peer = "by_hand",
                           .theirs = count_of("by_hand"),
                           .wanted = {wish::rule::ratio_at_most, 1.01}});
  }
  return out;
}

}  // namespace

std::vector<chapter> dispatch_figures(const options& how) {
  chapter counted{"User instructions of one emit, bodies inlined, by callgrind"};
  chapter timed{"Time of one emit, bodies inlined, median"};
  const std::string peers[]{"by_hand", "virtual", "function", "signals2", "node"};
  for (int listeners : {1, 8, 64}) {
    const std::string what = fmt::format("{} listener{}", listeners, listeners == 1 ? "" : "s");
    progress("emitting to " + what);
    const auto count_of = [&](const std::string& way) { return attempt([&] { return instructions(way, listeners); }); };
    const auto ours = count_of("composed");
    for (const std::string& peer : peers)
      if (peer != "node")
        counted.figures.push_back({.what = what,
                                   .ours = ours,
                                   .peer = peer,
                                   .theirs = count_of(peer),
                                   .wanted = peer == "by_hand" ? wish{wish::rule::ratio_at_most, 1.01} : wish{}});
    // Interleaved, so that whatever else the machine does meets all of them.
    std::vector<double> own;
    std::vector<std::vector<double>> others(std::size(peers));
    std::vector<std::string> troubles(std::size(peers));
    for (int round = 0; round < how.rounds; ++round) {
      own.push_back(nanoseconds("composed", listeners));
      for (std::size_t p = 0; p < std::size(peers); ++p) {
        const auto one = attempt([&] { return nanoseconds(peers[p], listeners); });
        if (one.value)
          others[p].push_back(*one.value);
        else
          troubles[p] = one.trouble;
      }
    }
    for (std::size_t p = 0; p < std::size(peers); ++p) {
      attempted<double> theirs;
      theirs.trouble = troubles[p];
      if (!others[p].empty()) theirs.value = median(others[p]);
      timed.figures.push_back({.what = what,
                               .of = unit::nanoseconds,
                               .by = evidence::timed,
                               .ours = {median(own), {}},
                               .peer = peers[p],
                               .theirs = theirs});
    }
  }
  return {counted, joint_figures(), timed};
}

}  // namespace bench
