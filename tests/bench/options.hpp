// What can be said on the command line.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace bench {

struct options {
  int rounds = 9;                   // of wrk, for each server
  std::chrono::seconds time{1};     // of each of them
  int starts = 40;                  // for each program; slow ones get fewer
  int most_extensions = 800;        // of the compositions that are compiled
  std::vector<std::string> only{};  // chapters; empty: all
  bool strict = false;              // a missed time is a failure too
};

}  // namespace bench
