// What an extension says of its events, as types.
#pragma once

#include <string_view>

#include "tenon/word/fixed_string.hpp"

namespace tenon {

// What an extension emits: `using emits = tenon::events<greeted, farewelled>;`. It cannot emit anything else.
template <class... Events>
struct events {};

// Instead of that list, or first in it: an extension that sends whatever event it is told to, for an administrator. It
// finds them by name: `ctx.visit_event(name, f)`.
struct every_event {};

// What hearing an event may lead to: `using answers = tenon::answers<on<signing_up>, checked, on<checked>>;` says that
// an extension emits `checked` when it hears `signing_up`, and nothing when it hears anything else. Its `on` then
// cannot emit what the list does not say, and a circle of such answers is a compile error.
template <class Event>
struct on {};
template <class... OnsAndEvents>
struct answers {};

// What an extension hears, where it wants the list to be closed: `using listens = tenon::listens<greeted>;`. Each of
// them must have its `on`, and an `on` for anything else that the composition emits does not compile. An event that
// nobody emits may stand in it.
template <class... EventsAndPatterns>
struct listens {};

// In a list of `listens`: every event of such a name goes to `void on_any(const auto& event, auto& ctx)`, unless the
// extension has an `on` of its own for it. `create.*` covers whatever stands below `create`, at any depth, but not
// `create` itself; `*` covers everything; anything else is one name.
template <fixed_string Text>
struct pattern {
  static constexpr std::string_view text = Text.view();
  // Without the star at its end, where it has one: that there is no other, and something else.
  static constexpr bool is_well_formed =
      text == "*" || (!text.empty() && text != ".*" &&
                      (text.ends_with(".*") ? text.substr(0, text.size() - 2) : text).find('*') == text.npos);

  [[nodiscard]] static constexpr bool matches(std::string_view name) noexcept {
    if (text == "*") return true;
    if (!text.ends_with(".*")) return name == text;
    const std::string_view prefix = text.substr(0, text.size() - 1);
    return name.size() > prefix.size() && name.starts_with(prefix);
  }
};

// `using delivery = tenon::on_executor;`: whatever the extension hears, it hears later, as a copy, on its own executor,
// where it overlaps with none of its hooks. So it cannot answer, and its `on` takes the event by const reference.
struct on_executor {};

}  // namespace tenon
