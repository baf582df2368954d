// Who is meant by a driver that an extension calls, and what is said where that is nobody or cannot be called.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include "tenon/composition/composed.hpp"
#include "tenon/composition/extension_facts.hpp"
#include "tenon/composition/refused.hpp"
#include "tenon/diagnostic/arguments_not_taken.hpp"
#include "tenon/diagnostic/driver_without_need.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/unknown_driver.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/driver.hpp"
#include "tenon/word/interface.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::detail {

enum class drive_fault : std::uint8_t { none, unknown, without_need, other_options, no_method, refused };

template <class D, class List>
inline constexpr bool is_listed = false;
template <class D, class... Drivers>
inline constexpr bool is_listed<D, drivers<Drivers...>> = (std::is_same_v<D, Drivers> || ...);

template <class M, class List>
inline constexpr bool is_method_of = false;
template <class M, class... Methods>
inline constexpr bool is_method_of<M, methods<Methods...>> = (std::is_same_v<M, Methods> || ...);

template <class App, class Extension, class D, class M>
struct drive_of {
  static constexpr auto& rows = App::drivers_type::rows;
  // By its names and by the type of its interface, so that a name that two types have is nobody's.
  static constexpr std::size_t row = [] {
    std::size_t at = 0;
    while (at < rows.size() &&
           !(rows[at].name == D::name && rows[at].of.type == reflect::type_name<typename D::interface_type>()))
      ++at;
    return at;
  }();
  static constexpr drive_fault fault = [] {
    if (is_refused<App>) return drive_fault::refused;
    if (row == rows.size()) return drive_fault::unknown;
    constexpr std::size_t self = rank_in<typename App::composed_type, Extension>;
    const extension_facts& own = App::extensions()[self];
    bool needed = rows[row].rank == self;
    for (std::size_t n = 0; n < own.need_count; ++n) needed = needed || own.needs[n] == rows[row].rank;
    if (!needed) return drive_fault::without_need;
    if constexpr (row < rows.size())
      if (!is_listed<D, typename extension_at<typename App::composed_type, rows[row].rank>::drivers>)
        return drive_fault::other_options;
    return is_method_of<M, typename D::interface_type::methods> ? drive_fault::none : drive_fault::no_method;
  }();
  static constexpr auto found() {
    if constexpr (fault == drive_fault::none)
      return std::type_identity<extension_at<typename App::composed_type, rows[row].rank>>();
    else
      return std::type_identity<void>();
  }
  using callee = typename decltype(found())::type;
};

template <class App, class Extension, class D, class M>
struct drive_complaint {
  static constexpr diagnostic::sentence text = [] {
    using drive = drive_of<App, Extension, D, M>;
    diagnostic::sentence out{Extension::manifest.name, " calls the driver ", D::name, " of ",
                             D::interface_type::interface.name};
    if constexpr (drive::fault == drive_fault::without_need) {
      const std::string_view whose = drive::rows[drive::row].extension;
      for (std::string_view part : {std::string_view(", which is a driver of "), whose,
                                    std::string_view(", and that is not among its needs, so it could be missing or "
                                                     "late. Add {`"),
                                    whose, std::string_view("`} to the needs in its manifest.")})
        out.add(part);
    } else if constexpr (drive::fault == drive_fault::other_options) {
      out.add(" by a type with other options than ");
      out.add(drive::rows[drive::row].extension);
      out.add(" lists it with. Name the driver once, by using, in a header that both include.");
    } else if constexpr (std::is_void_v<M>) {
      out.add(" without arguments, which say what method is meant. Give it those of one, as in no_frills{}, ");
      out.add("greets::greet{.subject = `Dave`}.");
    } else if constexpr (drive::fault == drive_fault::no_method) {
      out.add(" with ");
      out.add(reflect::type_name<M>());
      out.add(", which is no method of that interface. Give it the arguments of one, as in no_frills{}, ");
      out.add("greets::greet{.subject = `Dave`}.");
    } else {
      std::array<std::string_view, drive::rows.size() + 1> names{};
      std::size_t n = 0;
      for (const auto& one : drive::rows)
        if (one.of.name == D::interface_type::interface.name) names[n++] = one.name;
      out.add(", and nobody in this composition has such a driver");
      if (const std::string_view near = nearest(D::name, std::span(names).first(n)); !near.empty()) {
        out.add("; the nearest is ");
        out.add(near);
      }
      out.add(". Correct the name, or add the extension that has it to TENON_EXTENSIONS.");
    }
    return out;
  }();
};

// The one error of a call that cannot be. Its result has no type.
template <class App, class Extension, class D, class M>
decltype(auto) refused_drive() {
  constexpr drive_fault fault = drive_of<App, Extension, D, M>::fault;
  if constexpr (fault == drive_fault::refused && requires { typename M::result; })
    return nobodys<typename M::result>();
  else if constexpr (fault == drive_fault::refused)
    return nobodys<anything>();
  else if constexpr (fault == drive_fault::unknown || fault == drive_fault::other_options)
    return diagnostic::said<diagnostic::unknown_driver, drive_complaint<App, Extension, D, M>>::error;
  else if constexpr (fault == drive_fault::without_need)
    return diagnostic::said<diagnostic::driver_without_need, drive_complaint<App, Extension, D, M>>::error;
  else
    return diagnostic::said<diagnostic::arguments_not_taken, drive_complaint<App, Extension, D, M>>::error;
}

}  // namespace tenon::detail
