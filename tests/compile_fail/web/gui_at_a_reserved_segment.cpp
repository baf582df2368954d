// expect: reserved_route: api has a folder gui/, which would be served below /api, and there the framework answers itself. Rename the extension.
#include "tenon/app.hpp"

struct api {
  static constexpr auto manifest = tenon::manifest{.name = "api", .version = "1.0.0"};
};
template <>
inline constexpr std::array<tenon::gui_file, 1> tenon::gui_files<api>{{{"/api/index.html", "text/html", "\"1\"", ""}}};

tenon::app<api> composition;
