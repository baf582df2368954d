#pragma once

#include <string>
#include <string_view>

// What extensions tell each other: a name, and what there is to say.
struct test_event {
  static constexpr std::string_view name = "test-event";
  std::string sender;
};
