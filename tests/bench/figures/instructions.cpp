#include "figures/instructions.hpp"

#include <cmath>

#include "measure/callgrind.hpp"
#include "report/progress.hpp"

namespace bench {

namespace {

attempted<request_cost> cost(const server& of, request_shape shape) {
  progress("counting the instructions of " + of.name + ", " + std::string(name_of(shape)));
  return attempt([&] { return count_cost(of, shape); });
}

double instructions(const request_cost& of) { return of.instructions; }

attempted<double> allocations(const server& of, const attempted<request_cost>& counted) {
  if (counted.value && !counted.value->sees_allocations)
    return {std::nullopt, "No allocation is seen in " + of.name + ", not even at its start: it has no symbols."};
  // What is done by the clock, once a second, and not for a request, vanishes in the hundredths.
  return counted.then([](const request_cost& one) { return std::round(one.allocations * 100) / 100 + 0.0; });
}

wish limit_of(request_shape shape) {
  return {wish::rule::at_most, shape == request_shape::browser ? 10'000.0 : 3'000.0};
}

}  // namespace

std::vector<chapter> instruction_figures(const contestants& all) {
  chapter instructions_of{"User instructions of one GET, by callgrind"};
  chapter over_the_door{"The same beside the same loop without tenon"};
  chapter allocations_of{"Allocations of one GET"};
  for (const request_shape shape : all_shapes) {
    const std::string name(name_of(shape));
    const attempted<request_cost> ours = cost(all.hello, shape);
    for (const server* peer : {&all.bare_beast, &all.bare_epoll, &all.nginx})
      instructions_of.figures.push_back({.what = name,
                                         .ours = ours.then(instructions),
                                         .peer = peer->name,
                                         .theirs = cost(*peer, shape).then(instructions),
                                         .wanted = peer == &all.bare_beast ? limit_of(shape) : wish{}});
    over_the_door.figures.push_back({.what = name,
                                     .ours = ours.then(instructions),
                                     .peer = all.hand_door.name,
                                     .theirs = cost(all.hand_door, shape).then(instructions),
                                     .wanted = {wish::rule::ratio_at_most, 1.05}});
    allocations_of.figures.push_back(
        {.what = name, .ours = allocations(all.hello, ours), .wanted = {wish::rule::equal, 0}});
  }
  return {instructions_of, over_the_door, allocations_of};
}

}  // namespace bench
