// expect: default_out_of_range: settings.loan: the default 100d is out of its range, 1h to 90d. Change the one or the other
#include <chrono>

#include "tenon/settings/read.hpp"
#include "tenon/word/restart.hpp"

struct settings {
  tenon::restart<tenon::field<std::chrono::hours, {.min = "1h", .max = "90d"}>> loan = std::chrono::hours(2400);
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("books", sources, findings);
