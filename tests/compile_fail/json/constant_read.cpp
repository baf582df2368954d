// expect: unreadable_type: login.places[].door is const, so nothing can be read into it: drop the const
#include "tenon/json/from_text.hpp"

struct place {
  int floor = 0;
  const int door = 1;
};
struct login {
  std::string name;
  std::vector<place> places;
};

std::vector<tenon::finding> findings;
auto value = tenon::json::from_text<login>("{}", findings);
