// expect: unreadable_type: point has a base class, so its fields cannot be told by name: make the base a member
#include "tenon/json/to_text.hpp"

struct shape {
  int colour;
};
struct point : shape {
  double x;
};

std::string text = tenon::json::to_text(point{});
