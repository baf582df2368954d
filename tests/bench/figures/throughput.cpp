#include "figures/throughput.hpp"

#include <deque>
#include <memory>

#include "measure/median.hpp"
#include "measure/wrk.hpp"
#include "report/progress.hpp"

namespace bench {

namespace {

// What wrk saw of one server, round by round.
struct series {
  std::vector<double> rate{}, p99_ms{}, cpu_us{};
};

class runner {
 public:
  explicit runner(const server& which) : which_(which) {
    server_ = attempt([&] { return std::make_shared<running_server>(which); });
    seen_.trouble = server_.trouble;
    if (server_.value) seen_.value.emplace();
  }
  // A failure ends this server's part: what it measured until then would be compared with other rounds.
  void run(request_shape shape, std::chrono::seconds time, bool counts) {
    if (!seen_.value) return;
    const auto one = attempt([&] { return measure(shape, time); });
    if (!one.value) seen_ = {std::nullopt, which_.name + ": " + one.trouble};
    if (!one.value || !counts) return;
    seen_.value->rate.push_back(one.value->rate.front());
    seen_.value->p99_ms.push_back(one.value->p99_ms.front());
    seen_.value->cpu_us.push_back(one.value->cpu_us.front());
  }
  [[nodiscard]] const attempted<series>& seen() const { return seen_; }

 private:
  series measure(request_shape shape, std::chrono::seconds time) {
    running_server& server = **server_.value;
    const double cpu_before = server.process().cpu_time();
    const wrk_report report = run_wrk(server.port(), which_.path, shape, time);
    return {
        {report.requests_per_second}, {report.p99_ms}, {(server.process().cpu_time() - cpu_before) / report.requests}};
  }

  const server& which_;
  attempted<std::shared_ptr<running_server>> server_;
  attempted<series> seen_;
};

// All stand at the same time, idle but for the one whose turn it is.
std::vector<attempted<series>> take_turns(const std::vector<const server*>& servers, request_shape shape,
                                          const options& how) {
  std::deque<runner> runners;
  for (const server* one : servers) runners.emplace_back(*one);
  for (runner& one : runners) one.run(shape, std::chrono::seconds(1), false);
  for (int round = 1; round <= how.rounds; ++round) {
    progress("requests per second, " + std::string(name_of(shape)) + ", round " + std::to_string(round) + " of " +
             std::to_string(how.rounds));
    for (runner& one : runners) one.run(shape, how.time, true);
  }
  std::vector<attempted<series>> seen;
  for (const runner& one : runners) seen.push_back(one.seen());
  return seen;
}

using part = std::vector<double> series::*;

figure compare(std::string what, unit of, part which, const attempted<series>& ours, const std::string& peer,
               const attempted<series>& theirs, wish wanted) {
  const auto middle = [which](const series& one) { return median(one.*which); };
  figure one{.what = std::move(what),
             .of = of,
             .by = evidence::timed,
             .ours = ours.then(middle),
             .peer = peer,
             .theirs = theirs.then(middle),
             .wanted = wanted};
  if (ours.value && theirs.value) one.own_ratio = median_ratio(*ours.value.*which, *theirs.value.*which);
  return one;
}

}  // namespace

std::vector<chapter> throughput_figures(const contestants& all, const options& how) {
  using enum wish::rule;
  const std::string under = ", 1 server thread, 64 connections";
  chapter plain{"Plain GET" + under};
  const std::vector<const server*> one_by_one{&all.hello, &all.nginx, &all.bare_epoll, &all.bare_beast, &all.node};
  const auto single = take_turns(one_by_one, request_shape::plain, how);
  const auto beside = [&](std::size_t peer, std::string what, unit of, part which, wish wanted) {
    plain.figures.push_back(
        compare(std::move(what), of, which, single[0], one_by_one[peer]->name, single[peer], wanted));
  };
  beside(1, "requests", unit::per_second, &series::rate, {ratio_at_least, 0.90});
  beside(2, "requests", unit::per_second, &series::rate, {ratio_at_least, 0.90});
  beside(3, "requests", unit::per_second, &series::rate, {});
  beside(4, "requests", unit::per_second, &series::rate, {ratio_at_least, 2.0});
  beside(1, "p99", unit::milliseconds, &series::p99_ms, {ratio_at_most, 1.0});
  beside(1, "server's CPU per request", unit::microseconds, &series::cpu_us, {});
  beside(2, "server's CPU per request", unit::microseconds, &series::cpu_us, {});

  chapter pipelined{"Pipelined by 16" + under};
  const std::vector<const server*> in_batches{&all.hello, &all.nginx, &all.bare_epoll, &all.bare_beast};
  const auto batched = take_turns(in_batches, request_shape::pipelined, how);
  const auto batched_beside = [&](std::size_t peer, std::string what, unit of, part which, wish wanted) {
    pipelined.figures.push_back(
        compare(std::move(what), of, which, batched[0], in_batches[peer]->name, batched[peer], wanted));
  };
  batched_beside(1, "requests", unit::per_second, &series::rate, {ratio_at_least, 5.0});
  batched_beside(2, "requests", unit::per_second, &series::rate, {ratio_at_least, 0.85});
  batched_beside(3, "requests", unit::per_second, &series::rate, {});
  batched_beside(1, "server's CPU per request", unit::microseconds, &series::cpu_us, {});
  batched_beside(2, "server's CPU per request", unit::microseconds, &series::cpu_us, {});
  return {plain, pipelined};
}

}  // namespace bench
