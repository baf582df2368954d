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
  const auto add = [&](const server& which, const attempted<double>& ours, double limit, const std::string& peer,
                       const attempted<double>& theirs) {
    out.figures.push_back({.what = which.name,
                           .of = unit::milliseconds,
                           .by = evidence::timed,
                           .ours = ours,
                           .peer = peer,
                           .theirs = theirs,
                           .wanted = limit > 0 ? wish{wish::rule::below, limit} : wish{}});
  };
  add(all.hello, hello, 1, "an empty program", time_of_nothing(how.starts));
  add(all.hello, hello, 0, all.bare_epoll.name, epoll);
  add(all.hello, hello, 0, all.nginx.name, nginx);
  add(all.hello, hello, 0, all.node.name, node);
  add(all.backend, backend, 10, all.nginx.name, nginx);
  add(all.backend, backend, 0, all.node.name, node);
  return {out};
}

}  // namespace bench
