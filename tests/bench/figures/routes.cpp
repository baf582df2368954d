#include "figures/routes.hpp"

#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "compositions/route_source.hpp"
#include "measure/compilation.hpp"
#include "measure/median.hpp"
#include "measure/process.hpp"
#include "measure/program_instructions.hpp"
#include "report/progress.hpp"

namespace bench {

namespace {

constexpr const char* program = BENCH_ROUTES;
constexpr const char* few = "10";

// Whose paths, and out of how many routes: what bench_routes takes.
struct lookup {
  const char* what;
  const char* way;
  const char* routes;
  std::size_t paths;
  wish wanted{};
};
constexpr lookup lookups[]{{"out of 1000", "hot", "1000", 100},
                           {"out of 10000", "hot", "10000", 100, {wish::rule::ratio_at_most, 1.5}},
                           {"each of 10000, at random", "all", "10000", 10'000}};

double nanoseconds(const std::string& way, const std::string& routes) {
  const finished end = run({{program, way, routes, "2000000"}}, std::chrono::minutes(5));
  if (end.exit_code != 0) throw std::runtime_error("bench_routes failed: " + end.output.substr(0, 200));
  return std::stod(end.output);
}

attempted<double> instructions(const lookup& of) {
  return attempt([&] { return instructions_of_one({program, of.way, of.routes}, 1 * of.paths, 11 * of.paths); });
}

// By turns, so that whatever else the machine does meets both.
figure timed(const lookup& of, int rounds) {
  figure out{.what = of.what,
             .of = unit::nanoseconds,
             .by = evidence::timed,
             .peer = std::string("out of ").append(few),
             .wanted = of.wanted};
  std::vector<double> own, other;
  for (int round = 0; round < rounds; ++round) {
    const auto both = attempt([&] { return std::pair(nanoseconds(of.way, of.routes), nanoseconds("hot", few)); });
    if (!both.value) {
      out.ours.trouble = both.trouble;
      return out;
    }
    own.push_back(both.value->first);
    other.push_back(both.value->second);
  }
  out.ours.value = median(own);
  out.theirs.value = median(other);
  out.own_ratio = median_ratio(own, other);
  return out;
}

// Without a word on how deep templates may go and how much may be computed: a thousand routes have to do with what
// each compiler allows by itself.
chapter compiled_by(const std::string& compiler) {
  chapter out{"Compile time of 1000 routes, " + compiler + " on its default flags"};
  for (const auto& [what, extensions] :
       {std::pair("in 50 extensions", std::size_t{50}), std::pair("in one extension", std::size_t{1})}) {
    progress("compiling 1000 routes " + std::string(what) + " with " + compiler);
    const auto made = attempt([&] { return compile(with_headers(compiler), source_of_routes(1'000, extensions)); });
    out.figures.push_back({.what = std::string("compile ").append(what),
                           .of = unit::yes_or_no,
                           .ours = {made.value ? 1.0 : 0.0, {}},
                           .wanted = {wish::rule::equal, 1}});
    out.figures.push_back(
        {.what = what, .of = unit::milliseconds, .by = evidence::timed, .ours = made.then([](const compilation& one) {
           return one.user_milliseconds;
         })});
  }
  return out;
}

}  // namespace

std::vector<chapter> route_figures(const options& how) {
  std::vector<chapter> out{{"User instructions of one lookup of a route, by callgrind"},
                           {"Time of one lookup of a route, median"}};
  progress("looking up routes");
  const auto of_few = instructions({few, "hot", few, 100});
  for (const lookup& one : lookups) {
    out[0].figures.push_back({.what = one.what,
                              .ours = instructions(one),
                              .peer = std::string("out of ").append(few),
                              .theirs = of_few,
                              .wanted = one.wanted});
    out[1].figures.push_back(timed(one, how.rounds));
  }
  for (const char* compiler : {"g++", "clang++-19"})
    if (is_installed(compiler)) out.push_back(compiled_by(compiler));
  return out;
}

}  // namespace bench
