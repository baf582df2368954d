#include "tenon/lifecycle/termination.hpp"

#include <gtest/gtest.h>
#include <signal.h>

#include <thread>

namespace {

TEST(termination, from_inside_ends_the_wait_and_kills_nobody_where_it_comes_too_late) {
  int came = 0;
  {
    tenon::termination end;
    std::thread inside([] { tenon::termination::begin(); });
    came = end.wait();
    inside.join();
    tenon::termination::begin();  // a second time, while the program is on its way out
  }
  EXPECT_NE(came, 0);
  EXPECT_NE(came, SIGTERM);
}

}  // namespace
