// What an extension says of itself. It is a constant of the type, so the composition can be decided by the compiler.
#pragma once

#include <string_view>

#include "tenon/word/need.hpp"
#include "tenon/word/stability.hpp"

namespace tenon {

struct manifest {
  std::string_view name;               // words of [a-z][a-z0-9]* joined by `_`, `-` or `.`; at most 62 characters
  std::string_view version = "0.0.0";  // three numbers
  std::string_view doc = "";           // one sentence for people
  need_list needs{};                   // these start before it and stop after it
  int priority = 0;                    // lower starts earlier, among extensions of one level of need
  tenon::stability stability = tenon::stability::stable;
  bool core = false;              // core extensions start before all others
  bool essential = false;         // in fault or held at start, it ends the program
  bool concurrent_start = false;  // its on_start runs at the same time as those of the others of its level
};

}  // namespace tenon
