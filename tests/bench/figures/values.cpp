#include "figures/values.hpp"

#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "measure/median.hpp"
#include "measure/process.hpp"
#include "measure/program_instructions.hpp"
#include "report/progress.hpp"

namespace bench {

namespace {

constexpr const char* program = BENCH_VALUES;

double nanoseconds(const std::string& way, std::size_t count) {
  const finished end = run({{program, way, std::to_string(count)}}, std::chrono::minutes(5));
  if (end.exit_code != 0) throw std::runtime_error("bench_values failed: " + end.output.substr(0, 200));
  return std::stod(end.output);
}

// By turns, so that whatever else the machine does meets both.
std::pair<attempted<double>, attempted<double>> both(const std::string& ours, const std::string& theirs,
                                                     std::size_t count, int rounds) {
  std::vector<double> own, other;
  attempted<double> failed;
  for (int round = 0; round < rounds && failed.trouble.empty(); ++round) {
    const auto one = attempt([&] { return std::pair(nanoseconds(ours, count), nanoseconds(theirs, count)); });
    if (one.value) {
      own.push_back(one.value->first);
      other.push_back(one.value->second);
    } else {
      failed.trouble = one.trouble;
    }
  }
  if (own.empty()) return {failed, failed};
  return {{median(own), {}}, {median(other), {}}};
}

}  // namespace

std::vector<chapter> value_figures(const options& how) {
  chapter counted{"User instructions of one get of a value by key, by callgrind"};
  chapter timed{"Time of one get and of one durable set of a value by key, median"};
  progress("getting and setting values");
  const auto count_of = [&](const char* way) {
    return attempt([&] { return instructions_of_one({program, way}, 1'000, 6'000); });
  };
  counted.figures.push_back({.what = "get",
                             .ours = count_of("get"),
                             .peer = "prepared statement",
                             .theirs = count_of("get_by_statement"),
                             .wanted = {wish::rule::ratio_at_most, 2.0}});
  const auto get = both("get", "get_by_statement", 100'000, how.rounds);
  timed.figures.push_back({.what = "get",
                           .of = unit::nanoseconds,
                           .by = evidence::timed,
                           .ours = get.first,
                           .peer = "prepared statement",
                           .theirs = get.second,
                           .wanted = {wish::rule::ratio_at_most, 2.0}});
  const auto set = both("set", "set_one_by_one", 4'000, how.rounds);
  timed.figures.push_back({.what = "set by 8 at once",
                           .of = unit::nanoseconds,
                           .by = evidence::timed,
                           .ours = set.first,
                           .peer = "a commit for each",
                           .theirs = set.second,
                           .wanted = {wish::rule::ratio_at_most, 1.0 / 3}});
  return {counted, timed};
}

}  // namespace bench
