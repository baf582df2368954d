// What a failure of the database is to whom.
#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "tenon/word/error.hpp"

namespace tenon_data {

// Runs `work`. What fails in it names files, tables, columns and statements, which are for whoever runs the program: a
// client hears `told`, which is of the same type, and the failure itself travels as the cause, for the log, the console
// and the debug mode. What the database has no part in is thrown on as it is.
template <class F>
auto without_detail(std::string_view told, F work) {
  try {
    return work();
  } catch (const tenon::error& failure) {
    if (failure.status() < 500) throw;
    throw tenon::error(failure.type(), {.message = std::string(told), .cause = std::current_exception()});
  }
}

}  // namespace tenon_data
