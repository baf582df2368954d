#include "figures/compile_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "compositions/composition_source.hpp"
#include "measure/compilation.hpp"
#include "measure/process.hpp"
#include "report/progress.hpp"

namespace bench {

namespace {

constexpr int sizes[]{1, 10, 50, 100, 200, 400, 800};

std::vector<std::string> command_of(const std::string& compiler) {
  std::vector<std::string> words = with_headers(compiler);
  words.push_back("-O2");
  return words;
}

attempted<compilation> measure(const std::string& compiler, const std::string& what, const std::string& source) {
  progress("compiling " + what + " with " + compiler);
  return attempt([&] { return compile(command_of(compiler), source); });
}

attempted<double> part_of(const attempted<compilation>& whole, double compilation::* member) {
  return whole.then([member](const compilation& one) { return one.*member; });
}

chapter of(const std::string& compiler, const options& how) {
  chapter out{"Compile time, " + compiler + " -O2, beside a monolith of the same behaviour"};
  attempted<double> before;
  for (int size : sizes) {
    if (size > how.most_extensions) break;
    const std::string what = fmt::format("{} extension{}", size, size == 1 ? "" : "s");
    const auto ours = measure(compiler, what, composed_source(size)),
               theirs = measure(compiler, what + " by hand", monolith_source(size));
    const attempted<double> time = part_of(ours, &compilation::user_milliseconds);
    const auto add = [&](std::string text, unit in, double compilation::* member, wish wanted) {
      out.figures.push_back({.what = std::move(text),
                             .of = in,
                             .by = evidence::timed,
                             .ours = part_of(ours, member),
                             .peer = "by hand",
                             .theirs = part_of(theirs, member),
                             .wanted = wanted});
    };
    add(what, unit::milliseconds, &compilation::user_milliseconds,
        {wish::rule::ratio_at_most, size == 400 ? 1.5 : 1.7});
    add(what + ", peak memory", unit::megabytes, &compilation::peak_bytes, {wish::rule::ratio_at_most, 1.25});
    if (size >= 200)
      out.figures.push_back({.what = fmt::format("{} to {} extensions", size / 2, size),
                             .of = unit::milliseconds,
                             .by = evidence::timed,
                             .ours = time,
                             .peer = "half of them",
                             .theirs = before,
                             .wanted = {wish::rule::ratio_at_most, 2.5}});
    before = time;
  }
  out.figures.push_back(
      {.what = "129 with 3 needs each, 96 deep",
       .of = unit::milliseconds,
       .by = evidence::timed,
       .ours = part_of(measure(compiler, "deep needs", deep_source()), &compilation::user_milliseconds),
       .wanted = {wish::rule::below, 2'000}});
  return out;
}

}  // namespace

std::vector<chapter> compile_time_figures(const options& how) {
  std::vector<chapter> out;
  for (const char* compiler : {"g++", "clang++-19"})
    if (is_installed(compiler)) out.push_back(of(compiler, how));
  return out;
}

}  // namespace bench
