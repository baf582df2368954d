// expect: default_out_of_range: settings.most: the default 500 is out of its range, 1 to 50. Change the one or the other
#include "tenon/settings/read.hpp"

struct settings {
  tenon::field<int, {.min = 1, .max = 50}> most = 500;
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("books", sources, findings);
