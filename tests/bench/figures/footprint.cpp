#include "figures/footprint.hpp"

#include <stdexcept>

#include "measure/binary.hpp"
#include "measure/resident.hpp"
#include "report/progress.hpp"

namespace bench {

namespace {

wish below_megabytes(double limit) { return {wish::rule::below, limit * 1e6}; }

template <class F>
attempted<double> of_file(const server& which, F measure) {
  return attempt([&] {
    if (!which.missing.empty()) throw std::runtime_error(which.missing);
    return static_cast<double>(measure(which.program));
  });
}

attempted<double> resident(const server& of) {
  return attempt([&] { return idle_resident(of); });
}

}  // namespace

std::vector<chapter> footprint_figures(const contestants& all) {
  progress("memory and size");
  chapter memory{"Resident memory, idle"};
  memory.figures = {{.what = "hello",
                     .of = unit::megabytes,
                     .ours = resident(all.hello),
                     .peer = all.nginx.name,
                     .theirs = resident(all.nginx),
                     .wanted = below_megabytes(4)},
                    {.what = "backend",
                     .of = unit::megabytes,
                     .ours = resident(all.backend),
                     .peer = all.node.name,
                     .theirs = resident(all.node),
                     .wanted = below_megabytes(15)}};
  chapter file{"The program as a file"};
  file.figures = {{.what = "hello, stripped",
                   .of = unit::megabytes,
                   .ours = of_file(all.hello, stripped_size),
                   .peer = all.bare_beast.name,
                   .theirs = of_file(all.bare_beast, stripped_size),
                   .wanted = below_megabytes(1.1)},
                  {.what = "backend, stripped",
                   .of = unit::megabytes,
                   .ours = of_file(all.backend, stripped_size),
                   .wanted = below_megabytes(10)}};
  for (const server* one : {&all.hello, &all.backend})
    file.figures.push_back({.what = one->name + " is linked statically",
                            .of = unit::yes_or_no,
                            .ours = of_file(*one, is_static),
                            .wanted = {wish::rule::equal, 1}});
  return {memory, file};
}

}  // namespace bench
