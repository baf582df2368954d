// expect: unreadable_type: lamp.shade: a value of type colour cannot be read or written by name
#include "tenon/json/to_text.hpp"

enum colour { red, green };
struct lamp {
  colour shade;
};

std::string text = tenon::json::to_text(lamp{});
