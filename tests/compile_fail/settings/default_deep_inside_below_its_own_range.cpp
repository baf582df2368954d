// expect: default_out_of_range: settings.shelf.room.height: the default -0.25 is out of its range, at least 0.5. Change the one or the other
#include <optional>

#include "tenon/settings/read.hpp"

struct own_room {
  double width = 1;
  tenon::field<std::optional<double>, {.min = 0.5}> height = -0.25;
};
struct own_shelf {
  std::optional<int> boards{};
  std::optional<own_room> room = own_room{};
};
struct settings {
  bool open = true;
  tenon::field<tenon::byte_size, {.min = "1B", .max = "4GiB"}> cover = tenon::byte_size{64};
  own_shelf shelf{};
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("books", sources, findings);
