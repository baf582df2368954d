// One row of the table of functions: what is known of it before the program runs.
#pragma once

#include <cstddef>
#include <string_view>

#include "tenon/reflect/type.hpp"

namespace tenon::call {

struct function_row {
  std::string_view name{};
  std::string_view extension{};  // whose it is
  std::string_view doc{};
  bool admin = false, su = false;  // who may call it from outside: any user, administrators, a superuser
  bool no_side_effects = false;
  bool never_blocks = false;
  reflect::slot arguments{};  // an aggregate
  reflect::slot result{};     // nothing in it: the function gives nothing
  bool gives_result = false;
  std::size_t rank = 0;   // of the extension, in start order
  std::size_t place = 0;  // in the extension's list
  // Calls visit(context, arguments) with those that somebody has who says nothing.
  void (*with_defaults)(void* context, void (*visit)(void* context, const void* arguments)) = nullptr;
};

}  // namespace tenon::call
