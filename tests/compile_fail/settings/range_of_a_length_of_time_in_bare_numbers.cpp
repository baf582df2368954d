// expect: malformed_range: settings.loan: the .min of its range is a bare number. Write a length of time, with its unit: `1h`
#include <chrono>

#include "tenon/settings/read.hpp"

struct settings {
  tenon::field<std::chrono::hours, {.min = 1, .max = 90}> loan = std::chrono::hours(2);
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("books", sources, findings);
