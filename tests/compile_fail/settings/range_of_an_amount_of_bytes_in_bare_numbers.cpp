// expect: malformed_range: settings.cover: the .max of its range is a bare number. Write an amount of bytes, with its unit: `8MiB`
#include "tenon/settings/read.hpp"

struct settings {
  tenon::field<std::optional<tenon::byte_size>, {.min = "1B", .max = 4096}> cover = tenon::byte_size{64};
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("books", sources, findings);
