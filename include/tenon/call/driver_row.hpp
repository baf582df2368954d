// The tables of interfaces and drivers: what is known of them before the program runs.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "tenon/reflect/type.hpp"
#include "tenon/word/driver.hpp"

namespace tenon::call {

struct method_row {
  std::string_view name{};
  std::string_view doc{};
  std::string_view default_parameter{};
  std::string_view all_arguments{};
  reflect::slot arguments{};  // an aggregate
  reflect::slot result{};     // nothing in it: the method gives nothing
  bool gives_result = false;
  bool streams = false;  // what it gives comes in pieces, and `result` has nothing in it
  // Calls visit(context, arguments) with those that somebody has who says nothing.
  void (*with_defaults)(void* context, void (*visit)(void* context, const void* arguments)) = nullptr;
};

struct interface_row {
  std::string_view name{};
  std::string_view doc{};
  bool no_sdk = false;
  std::string_view type{};  // as the compiler prints it
  std::span<const method_row> methods{};
};

struct driver_row {
  std::string_view name{};
  std::string_view doc{};
  std::string_view extension{};  // whose it is
  std::string_view version{};    // of that
  interface_row of{};            // its methods live as long as the program
  granted to = granted::nobody;
  unsigned most_calls = 0, within_seconds = 0;
  std::size_t rank = 0;        // of the extension, in start order
  std::size_t first_call = 0;  // in the table of calls: that of the interface's first method
};

}  // namespace tenon::call
