// expect: misshapen_member: shelf has a type exports and nothing that gives one, so nobody could import it. Give it a public int& exported(), or call the type something else
#include "tenon/app.hpp"

struct shelf {
  static constexpr auto manifest = tenon::manifest{.name = "shelf", .version = "1.0.0"};
  using exports = int;

 private:
  int& exported() { return count; }
  int count = 0;
};

tenon::app<shelf> composition;
