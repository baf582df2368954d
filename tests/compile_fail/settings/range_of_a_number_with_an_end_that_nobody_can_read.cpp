// expect: malformed_range: settings.most: the .max of its range is a text that cannot be read. Write a number, or one with its unit, such as `10s` or `8MiB`
#include "tenon/settings/read.hpp"

struct settings {
  tenon::field<int, {.min = 1, .max = "fifty"}> most = 20;
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("books", sources, findings);
