// Whoever calls a function by a name that is known only when the program runs.
#pragma once

#include <span>

#include "tenon/call/driver_row.hpp"
#include "tenon/call/function_row.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/word/actor.hpp"
#include "tenon/word/streamed.hpp"

namespace tenon::call {

// How the arguments come in and the result goes out. The app knows of neither more than that, so it needs no JSON.
struct caller {
  void* context = nullptr;
  // Sets what is said of the arguments; false: they are refused, and nothing is called.
  bool (*read)(void* context, const reflect::slot& place, void* arguments) = nullptr;
  // Not called where the function gives nothing.
  void (*write)(void* context, const reflect::slot& place, const void* result) = nullptr;
  // In place of that where it comes in pieces; null: the caller cannot take them.
  void (*stream)(void* context, streamed result) = nullptr;
  // For whom it is done; the system, where nothing is said.
  tenon::actor who{};
};

// The way to the functions of an app, for a door. Rights are the door's to check: whoever holds this may call anything.
struct function_door {
  void* app = nullptr;
  std::span<const function_row> rows{};
  bool (*const* calls)(void* app, const caller& by) = nullptr;  // by row
  bool (*runs)(const void* app, std::size_t rank) = nullptr;

  // Whether the extension of that function runs; where it does not, nobody may call.
  [[nodiscard]] bool is_available(std::size_t row) const { return runs(app, rows[row].rank); }
  // Throws what the function throws. False, and nothing is called: its extension does not run. One that is to stop
  // waits until the result is written.
  [[nodiscard]] bool call(std::size_t row, const caller& by) const { return calls[row](app, by); }
};

// The same, to the drivers.
struct driver_door {
  void* app = nullptr;
  std::span<const driver_row> rows{};
  bool (*const* calls)(void* app, const caller& by) = nullptr;  // by row and method
  bool (*runs)(const void* app, std::size_t rank) = nullptr;

  [[nodiscard]] bool is_available(const driver_row& one) const { return runs(app, one.rank); }
  // As of a function. `method` counts those of the driver's interface.
  [[nodiscard]] bool call(const driver_row& one, std::size_t method, const caller& by) const {
    return calls[one.first_call + method](app, by);
  }
};

}  // namespace tenon::call
