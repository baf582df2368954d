// expect: malformed_range: settings.loan: its range begins with 90d and ends with 12h, so nothing is inside of it. Exchange its .min and its .max
#include <chrono>

#include "tenon/settings/read.hpp"

struct settings {
  tenon::field<std::chrono::hours, {.min = "90d", .max = "12h"}> loan{48};
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("books", sources, findings);
