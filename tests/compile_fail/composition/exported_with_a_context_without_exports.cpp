// expect: misshapen_member: shelf has a member exported and says nothing of what it exports, so nobody could import it. Write using exports = the type that exported gives by reference; or call the function something else.
#include "tenon/app.hpp"

struct shelf {
  static constexpr auto manifest = tenon::manifest{.name = "shelf", .version = "1.0.0"};
  int& exported(auto&) { return count; }
  int count = 0;
};

tenon::app<shelf> composition;
