#include "figures/start.hpp"

#include <algorithm>

#include "measure/startup.hpp"
#include "report/progress.hpp"

namespace bench {

namespace {

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
  const auto add = [&](const server& which, const attempted<double>& ours, double limit, const server& peer,
                       const attempted<double>& theirs) {
    out.figures.push_back({.what = which.name,
                           .of = unit::milliseconds,
                           .by = evidence::timed,
                           .ours = ours,
                           .peer = peer.name,
                           .theirs = theirs,
                           .wanted = limit > 0 ? wish{wish::rule::below, limit} : wish{}});
  };
  add(all.hello, hello, 1, all.bare_epoll, epoll);
  add(all.hello, hello, 0, all.nginx, nginx);
  add(all.hello, hello, 0, all.node, node);
  add(all.backend, backend, 10, all.nginx, nginx);
  add(all.backend, backend, 0, all.node, node);
  return {out};
}

}  // namespace bench
