#include "figures/start.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "measure/process.hpp"
#include "measure/startup.hpp"
#include "report/progress.hpp"

namespace bench {

namespace {

constexpr const char* empty_program = BENCH_EMPTY;

attempted<double> time_of_nothing(int starts) {
  return attempt([&] {
    if (!is_installed(empty_program)) throw std::runtime_error("This build has no empty program.");
    return time_empty_program(empty_program, starts);
  });
}

attempted<double> time_of(const server& which, int starts) {
  progress("starting " + which.name + ", " + std::to_string(starts) + " times");
  return attempt([&] { return time_start(which, starts); });
}

}  // namespace

std::vector<chapter> start_figures(const contestants& all, const options& how) {
  // The first start makes the database and the keys; it is not what is timed.
  const auto made = attempt([&] { return running_server(all.backend).port(); });
  const int few = std::max(1, how.starts / 4);
  const attempted<double> hello = time_of(all.hello, how.starts), backend = time_of(all.backend, how.starts),
                          epoll = time_of(all.bare_epoll, how.starts), nginx = time_of(all.nginx, few),
                          node = time_of(all.node, few);
  chapter out{"From exec to ready: the first 200 has arrived"};
  const auto add = [&](const server& which, const attempted<double>& ours, const wish& wanted, const std::string& peer,
                       const attempted<double>& theirs) {
    out.figures.push_back({.what = which.name,
                           .of = unit::milliseconds,
                           .by = evidence::timed,
                           .ours = ours,
                           .peer = peer,
                           .theirs = theirs,
                           .wanted = wanted});
  };
  add(all.hello, hello, {wish::rule::below, 1}, "an empty program", time_of_nothing(how.starts));
  // What a millisecond is depends on the machine; this does not: half as much again as the least that answers.
  add(all.hello, hello, {wish::rule::ratio_at_most, 1.5}, all.bare_epoll.name, epoll);
  add(all.hello, hello, {}, all.nginx.name, nginx);
  add(all.hello, hello, {}, all.node.name, node);
  add(all.backend, backend, {wish::rule::below, 10}, all.nginx.name, nginx);
  add(all.backend, backend, {}, all.node.name, node);
  return {out};
}

}  // namespace bench
