// expect: unreadable_type: login.name is a view and would point into a text that is gone: use std::string
#include "tenon/json/from_text.hpp"

struct login {
  std::string_view name;
};

std::vector<tenon::finding> findings;
auto value = tenon::json::from_text<login>("{}", findings);
