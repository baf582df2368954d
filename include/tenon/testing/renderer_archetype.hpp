// The least type that satisfies Renderer, and one that says itself what it draws.
#pragma once

#include "tenon/concepts/renderer.hpp"
#include "tenon/form/render/canvas.hpp"

namespace tenon::testing {

struct renderer_archetype {
  static constexpr auto renderer = tenon::renderer{.format = "archetype"};
  static void render(const form::element& asked, form::canvas& to) {
    to.begin_question(asked).raw("<input").field_attributes(asked).raw(">").end_question();
  }
};
static_assert(Renderer<renderer_archetype> && !TestsElements<renderer_archetype>);

struct tester_archetype : renderer_archetype {
  static int test(const form::element& asked) {
    return asked.format == renderer.format ? renderer.rank : not_applicable;
  }
};
static_assert(Renderer<tester_archetype> && TestsElements<tester_archetype>);

}  // namespace tenon::testing
