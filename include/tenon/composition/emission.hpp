// What an extension may emit, and to whom: checked where it is written.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "tenon/composition/extension_facts.hpp"
#include "tenon/composition/implementation.hpp"
#include "tenon/concepts/emits.hpp"
#include "tenon/concepts/event.hpp"
#include "tenon/diagnostic/event_not_copyable.hpp"
#include "tenon/diagnostic/event_not_heard.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/undeclared_event.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/fixed_string.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::detail {

// Whether listeners answer in the caller's own event; else in a copy, which is what the caller gets.
template <class E>
inline constexpr bool is_changed_in_place = false;
template <class E>
  requires(!std::is_const_v<E>)
inline constexpr bool is_changed_in_place<E&> = true;

template <class Extension, class Event>
struct undeclared {
  static constexpr diagnostic::sentence text =
      tenon::Event<Event>
          ? diagnostic::sentence(Extension::manifest.name, " emits ", reflect::type_name<Event>(),
                                 ", which it does not declare. Write using emits = tenon::events<",
                                 reflect::type_name<Event>(), ">; or add it there.")
          : diagnostic::sentence(Extension::manifest.name, " emits ", reflect::type_name<Event>(),
                                 ", which is no event. Emit an aggregate that has static constexpr std::string_view "
                                 "name = `some.name`; and stands in using emits = tenon::events<...>;");
};

template <class Extension, class Event>
struct not_copyable {
  static constexpr diagnostic::sentence text{
      Extension::manifest.name,
      " posts ",
      Event::name,
      ", and ",
      reflect::type_name<Event>(),
      " cannot be copied, so those who hear it could not each have one. Give it a copy constructor, or emit it."};
};

// Where in the list of those who hear an event the one of that name stands; the list's size where it does not.
template <class App, class Event, fixed_string Name>
inline constexpr std::size_t place_of_target = [] {
  const auto all = App::events_type::listeners.of(meta::index_of<Event, typename App::events_type::row>);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const extension_facts& one = App::extensions()[all[i].rank];
    if (Name.view() == alias_name ? one.implementation : one.manifest.name == Name.view()) return i;
  }
  return all.size();
}();

template <class Extension, class App, class Event, fixed_string Name>
struct target_is_deaf {
  static constexpr diagnostic::sentence text = [] {
    for (const extension_facts& one : App::extensions())
      if (one.manifest.name == Name.view())
        return diagnostic::sentence{Extension::manifest.name,
                                    " sends ",
                                    Event::name,
                                    " to ",
                                    Name.view(),
                                    ", which does not hear it. Give that one a public void on(",
                                    reflect::type_name<Event>(),
                                    "&)."};
    std::array<std::string_view, App::extensions().size()> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = App::extensions()[i].manifest.name;
    const std::string_view near = nearest(Name.view(), names);
    diagnostic::sentence out{Extension::manifest.name,
                             " sends ",
                             Event::name,
                             " to ",
                             Name.view(),
                             ", and this composition has none of that name"};
    if (!near.empty()) {
      out.add("; the nearest is ");
      out.add(near);
    }
    out.add(". Correct the name, or add the extension to TENON_EXTENSIONS.");
    return out;
  }();
};

}  // namespace tenon::detail
