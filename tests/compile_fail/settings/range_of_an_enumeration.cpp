// expect: malformed_range: settings.shade: it has a .max, and a value of type colour is never more than another or less, so nobody would ask for it. Drop its .min and its .max
#include "tenon/settings/read.hpp"

enum class colour : int { red, green };
struct settings {
  std::optional<tenon::field<colour, {.max = 1}>> shade{};
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("books", sources, findings);
