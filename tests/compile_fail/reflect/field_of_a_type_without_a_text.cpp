// expect: unreadable_type: flags.set: a value of type std::vector<bool> cannot be read or written by name
#include <vector>

#include "tenon/json/to_text.hpp"

struct flags {
  std::vector<bool> set;
};

std::string text = tenon::json::to_text(flags{});
