// expect: unreadable_type: settings.names[][].shape: point: field number 1 is a C array: write std::array instead
#include <map>

#include "tenon/settings/read.hpp"

struct point {
  double at[3];
};
struct pool {
  int size = 1;
  std::optional<point> shape{};
};
struct settings {
  std::map<std::string, std::vector<pool>> names{};
  std::vector<pool> pools{};
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("greeter", sources, findings);
