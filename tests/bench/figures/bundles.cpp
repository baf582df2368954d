#include "figures/bundles.hpp"

#include <chrono>
#include <cstddef>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "measure/median.hpp"
#include "measure/npm.hpp"
#include "measure/process.hpp"
#include "report/progress.hpp"

namespace bench {

namespace {

constexpr const char* program = BENCH_BUNDLES;

std::string output_of(const std::vector<std::string>& words) {
  const finished end = run({words}, std::chrono::minutes(5));
  if (end.exit_code != 0) throw std::runtime_error(words.front() + " failed: " + end.output.substr(0, 200));
  return end.output;
}
double number_from(const std::string& what) { return std::stod(output_of({program, what})); }

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

// Twice as many forms beside definitions of which each needs one: by turns.
figure of_definitions(const std::string& called, const std::string& few, const std::string& many, int rounds) {
  std::vector<double> ours, theirs;
  const auto both = attempt([&] {
    for (int round = 0; round < rounds; ++round) {
      ours.push_back(number_from(many));
      theirs.push_back(number_from(few));
    }
    return true;
  });
  return {.what = called,
          .of = unit::milliseconds,
          .by = evidence::timed,
          .ours = both.then([&](bool) { return median(ours); }),
          .peer = "half of them",
          .theirs = both.then([&](bool) { return median(theirs); }),
          .wanted = {wish::rule::ratio_at_most, 2}};
}

// The schema is compiled once, as a bundle's is made ready once; each text is parsed. All mistakes are asked for, and
// formats are checked in full, as ours does.
constexpr const char* by_ajv = R"(
const fs = require('fs');
const Ajv = require('ajv');
const ajv = new Ajv({allErrors: true, strict: false});
require('ajv-formats').default(ajv);
const fits = ajv.compile(JSON.parse(fs.readFileSync(process.argv[2] + '/schema.json', 'utf8')));
const data = fs.readFileSync(process.argv[2] + '/data.json', 'utf8');
const microseconds = times => {
  const begin = process.hrtime.bigint();
  for (let i = 0; i < times; i++) if (!fits(JSON.parse(data))) throw new Error('what is right is said to be wrong');
  return Number(process.hrtime.bigint() - begin) / 1000 / times;
};
microseconds(20000);
console.log(microseconds(20000));
)";

// By turns, so that whatever else the machine does meets both.
figure of_checking(const tenon::testing::scratch_folder& folder, int rounds) {
  progress("checking observations");
  const std::string peer = folder.path("ajv");
  std::vector<double> ours, theirs;
  const auto both = attempt([&] {
    if (const std::string trouble = put_by_npm(peer, {"ajv@8", "ajv-formats@3"}); !trouble.empty())
      throw std::runtime_error("ajv cannot be measured: " + trouble);
    std::ofstream(peer + "/check.js") << by_ajv;
    output_of({program, "write", peer});
    for (int round = 0; round < rounds; ++round) {
      ours.push_back(number_from("check"));
      theirs.push_back(std::stod(output_of({"node", peer + "/check.js", peer})));
    }
    return true;
  });
  figure out{.what = "check",
             .of = unit::microseconds,
             .by = evidence::timed,
             .ours = both.then([&](bool) { return median(ours); }),
             .peer = "ajv",
             .theirs = both.then([&](bool) { return median(theirs); }),
             .wanted = {wish::rule::ratio_at_most, 4}};
  if (both.value) out.own_ratio = median_ratio(ours, theirs);
  return out;
}

}  // namespace

std::vector<chapter> bundle_figures(const tenon::testing::scratch_folder& folder, const options& how) {
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

  // Definitions are read once, whoever needs them: each form more takes what it takes alone.
  timed.figures.push_back(of_definitions("400 beside 5000 definitions", "200x5000", "400x5000", how.rounds));
  timed.figures.push_back(of_definitions("400 of them with an own ext.json", "200x5000+", "400x5000+", how.rounds));

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
  chapter checked{"Time of checking an observation of a hundred fields by its schema, its text parsed, median"};
  checked.figures.push_back(of_checking(folder, how.rounds));
  return {timed, drawn, checked};
}

}  // namespace bench
