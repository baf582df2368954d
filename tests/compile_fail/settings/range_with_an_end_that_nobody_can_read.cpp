// expect: malformed_range: settings.loan: the .max of its range is a text that cannot be read. Write a length of time, with its unit: `1h`
#include <chrono>

#include "tenon/settings/read.hpp"

struct settings {
  tenon::field<std::chrono::hours, {.min = "1h", .max = "90 parsecs"}> loan = std::chrono::hours(2);
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("books", sources, findings);
