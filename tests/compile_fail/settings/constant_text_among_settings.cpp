// expect: unreadable_type: settings.title is const, so nothing can be read into it: drop the const
#include "tenon/settings/read.hpp"

struct settings {
  int most = 12;
  const std::string title = "Books";
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("books", sources, findings);
