#pragma once

#include <tenon/extension.hpp>
#include <tenon/form/render/canvas.hpp>

// Draws what the bundle calls `stars`, by a number from one to five.
struct star_field {
  static constexpr auto renderer = tenon::renderer{.format = "stars", .doc = "One to five stars."};

  static void render(const tenon::form::element& asked, tenon::form::canvas& to) {
    to.begin_question(asked).raw("<input type=\"number\" min=\"1\" max=\"5\" step=\"1\"").field_attributes(asked);
    to.attribute("value", to.typed(asked)).raw(">\n").end_question();
  }
};

struct stars {
  static constexpr auto manifest = tenon::manifest{.name = "stars", .version = "1.0.0", .doc = "Asks for stars."};
  using renderers = tenon::renderers<star_field>;
};
