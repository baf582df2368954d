// expect: unreadable_type: settings.most is const, so nothing can be read into it: drop the const
#include "tenon/settings/read.hpp"

struct settings {
  const int most = 12;
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("books", sources, findings);
