// expect: unreadable_type: point: field number 2 is a C array: write std::array instead
#include "tenon/json/to_text.hpp"

struct point {
  int colour;
  double at[3];
};

std::string text = tenon::json::to_text(point{});
