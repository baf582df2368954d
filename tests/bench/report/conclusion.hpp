// What the table comes to.
#pragma once

#include <span>
#include <string>

#include "report/table.hpp"

namespace bench {

struct conclusion {
  std::string text;
  bool good;  // false: a counted figure missed what is wanted, or any figure could not be measured
};

// Names every figure that was missed. `strict`: a time that was missed counts too.
conclusion conclude(std::span<const chapter> chapters, bool strict);

}  // namespace bench
