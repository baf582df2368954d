// What the app emits itself, in every composition.
#pragma once

#include <array>
#include <cstddef>

#include "tenon/concepts/emits.hpp"
#include "tenon/event/emits.hpp"
#include "tenon/event/event_facts.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/event.hpp"
#include "tenon/word/framework.hpp"
#include "tenon/word/ip_validate.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/ready.hpp"
#include "tenon/word/request_answered.hpp"
#include "tenon/word/request_will_be_handled.hpp"

namespace tenon::event {

// As an extension would say it; it has no place in start order.
struct framework_emitter {
  static constexpr auto manifest = tenon::manifest{.name = "tenon", .version = framework_version};
  using emits = events<core::ip_validate, core::ready, core::request_answered, core::request_will_be_handled>;
};

template <class E>
inline constexpr bool is_of_framework = Emits<framework_emitter, E>;

}  // namespace tenon::event
