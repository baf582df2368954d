#include "figures/bundles.hpp"

#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include "measure/median.hpp"
#include "measure/process.hpp"
#include "report/progress.hpp"

namespace bench {

namespace {

constexpr const char* program = BENCH_BUNDLES;

double number_from(const std::string& what) {
  const finished end = run({{program, what}}, std::chrono::minutes(5));
  if (end.exit_code != 0) throw std::runtime_error("bench_bundles failed: " + end.output.substr(0, 200));
  return std::stod(end.output);
}

figure of_size(std::size_t forms, int rounds) {
  return {.what = std::to_string(forms) + " forms",
          .of = unit::milliseconds,
          .by = evidence::timed,
          .ours = attempt([&] {
            std::vector<double> all;
            for (int round = 0; round < rounds; ++round) all.push_back(number_from(std::to_string(forms)));
            return median(all);
          })};
}

}  // namespace

std::vector<chapter> bundle_figures(const options& how) {
  progress("validating bundles");
  chapter timed{"Time of validating a bundle of forms of sixty questions, median"};
  for (const std::size_t forms : {10U, 100U, 1'000U}) timed.figures.push_back(of_size(forms, how.rounds));
  figure& largest = timed.figures.back();
  largest.wanted = {wish::rule::below, 1'000};

  // Ten times as many forms take ten times as long: of one form it is the same.
  figure each{.what = "one form of 1000",
              .of = unit::milliseconds,
              .by = evidence::timed,
              .ours = largest.ours,
              .peer = "one of 100",
              .theirs = timed.figures[1].ours,
              .wanted = {wish::rule::ratio_at_most, 1.5}};
  if (each.ours.value) *each.ours.value /= 1'000;
  if (each.theirs.value) *each.theirs.value /= 100;
  timed.figures.push_back(each);

  progress("drawing a form");
  chapter drawn{"Time of drawing a form of a hundred fields from its data, median"};
  // 2 000 in a second.
  drawn.figures.push_back({.what = "draw",
                           .of = unit::microseconds,
                           .by = evidence::timed,
                           .ours = attempt([&] {
                             std::vector<double> all;
                             for (int round = 0; round < how.rounds; ++round) all.push_back(number_from("draw"));
                             return median(all);
                           }),
                           .wanted = {wish::rule::below, 500}});
  return {timed, drawn};
}

}  // namespace bench
