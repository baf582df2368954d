// expect: malformed_range: settings.loud: it has a .min, and a value of type bool is never more than another or less, so nobody would ask for it. Drop its .min and its .max
#include "tenon/settings/read.hpp"

struct settings {
  tenon::field<bool, {.min = 0, .max = 1}> loud{true};
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("books", sources, findings);
