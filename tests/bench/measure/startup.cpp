#include "measure/startup.hpp"

#include <sys/prctl.h>

#include <stdexcept>

#include "measure/median.hpp"
#include "measure/request_shape.hpp"
#include "tenon/testing/free_port.hpp"

namespace bench {

namespace {

using watch = std::chrono::steady_clock;

double milliseconds_since(watch::time_point begin) {
  return std::chrono::duration<double, std::milli>(watch::now() - begin).count();
}

double time_one(const server& which) {
  const int port = tenon::testing::free_port();
  command how = which.start(port);
  how.cpu = seat::server;
  const watch::time_point begin = watch::now();
  process child(how);
  if (wait_for_answer(port, which.path, std::chrono::seconds(10))) return milliseconds_since(begin);
  throw std::runtime_error("The server " + which.name + " was not ready in 10 seconds. It printed:\n" + child.output());
}

}  // namespace

double time_start(const server& of, int starts) {
  if (!of.missing.empty()) throw std::runtime_error(of.missing);
  const seated here(seat::client);
  prctl(PR_SET_TIMERSLACK, 1'000UL);  // nanoseconds that a pause may be longer than was asked for; usually 50 000
  std::vector<double> times;
  for (int i = 0; i < starts; ++i) times.push_back(time_one(of));
  return median(times);
}

double time_empty_program(const std::string& file, int starts) {
  const seated here(seat::client);
  std::vector<double> times;
  for (int i = 0; i < starts; ++i) {
    const watch::time_point begin = watch::now();
    const process child({.words = {file}, .cpu = seat::server});
    child.wait();
    times.push_back(milliseconds_since(begin));
  }
  return median(times);
}

}  // namespace bench
