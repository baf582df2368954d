// One line of the table: what was measured, what it is compared with, and what is wanted of it.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "report/attempt.hpp"
#include "report/quantity.hpp"

namespace bench {

// What is wanted: of our value itself, or of its ratio to the peer's.
struct wish {
  enum class rule { none, at_most, below, equal, ratio_at_most, ratio_at_least };
  rule how = rule::none;
  double bound = 0;
};

// What it rests on. Counted is the same on every machine and every day; timed moves with whatever else the machine
// does.
enum class evidence { counted, timed };

enum class verdict { shown, met, missed, not_measured };

struct figure {
  std::string what;
  unit of = unit::count;
  evidence by = evidence::counted;
  attempted<double> ours{};
  std::string peer{};  // empty: there is none
  attempted<double> theirs{};
  std::optional<double> own_ratio{};  // where it is not ours / theirs
  wish wanted{};

  [[nodiscard]] std::optional<double> ratio() const;
  [[nodiscard]] verdict judge() const;
  // "at most 3 000", "ratio at least 0.90".
  [[nodiscard]] std::string wanted_text() const;
};

}  // namespace bench
