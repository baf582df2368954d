// What becomes of a need when it is used: whom it leads to in this composition, and what is said where that is nobody.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/composition/composed.hpp"
#include "tenon/composition/implementation.hpp"
#include "tenon/concepts/exports.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/fixed_string.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::detail {

// The size of the list where it is not among them.
[[nodiscard]] constexpr std::size_t place_among_needs(const manifest& self, std::string_view name) {
  std::size_t i = 0;
  while (i < self.needs.size() && self.needs[i].name != name) ++i;
  return i;
}

template <class Extension, fixed_string Name>
struct import_without_need {
  static constexpr diagnostic::sentence text = [] {
    const manifest& self = Extension::manifest;
    if (Name.view() == self.name) return diagnostic::sentence(self.name, " imports itself. Use its own members.");
    std::array<std::string_view, need_list::capacity> needed{};
    for (std::size_t i = 0; i < self.needs.size(); ++i) needed[i] = self.needs[i].name;
    diagnostic::sentence out(self.name, " imports ", Name.view(), ", which is not among its needs");
    if (const std::string_view near = nearest(Name.view(), std::span(needed).first(self.needs.size())); !near.empty()) {
      out.add(std::string_view("; the nearest of them is "));
      out.add(near);
      out.add(std::string_view(". Correct the name, or add {`"));
    } else {
      out.add(std::string_view(", so it could be missing or late. Add {`"));
    }
    out.add(Name.view());
    out.add(std::string_view("`} to the needs in its manifest."));
    return out;
  }();
};
template <class Extension, class Exporter>
struct import_without_export {
  static constexpr diagnostic::sentence text{
      Extension::manifest.name, " imports ",
      Exporter::manifest.name,  ", which exports nothing. Give ",
      Exporter::manifest.name,  " a member `using exports = T;` and `T& exported()`, or drop the import."};
};
template <class Extension>
struct import_of_tenon {
  static constexpr diagnostic::sentence text{Extension::manifest.name,
                                             " imports tenon, which itself exports nothing: everything of it stands in "
                                             "its headers. Drop the import; the need may stay."};
};
template <class Extension, fixed_string Name>
struct import_of_absent {
  static constexpr diagnostic::sentence text{
      Extension::manifest.name,
      " uses ",
      Name.view(),
      ", which is not in this composition, and its need of it is optional. Write if constexpr (auto found = ctx.find(`",
      Name.view(),
      "`_ext)) and use it as found->... in there, or take tenon::optional out of the need."};
};
// What an importer gets of an export: the export itself, or, of one that has something for each importer, what it has
// for this one.
template <class Extension, class T>
[[nodiscard]] constexpr decltype(auto) handed_to(T& exported) {
  if constexpr (requires { exported.for_extension(std::string_view()); })
    return exported.for_extension(Extension::manifest.name);
  else
    return (exported);
}

template <class Extension, class Exporter>
using handed = std::remove_reference_t<decltype(handed_to<Extension>(std::declval<typename Exporter::exports&>()))>;

template <class Extension, fixed_string Name, class Exporter>
struct import_not_as_expected {
  static constexpr diagnostic::sentence text{Extension::manifest.name,
                                             " expects something else of ",
                                             Name.view(),
                                             " than ",
                                             reflect::type_name<handed<Extension, Exporter>>(),
                                             ", which ",
                                             Exporter::manifest.name,
                                             " exports. Have that type do what the contract of ",
                                             Name.view(),
                                             " asks for, or put another extension in its place."};
};

// Whom a need leads to; for the extension's own needs alone.
template <class App, class Extension, fixed_string Name>
struct import_of {
  using composed_type = typename App::composed_type;
  static constexpr std::size_t need = place_among_needs(Extension::manifest, Name.view());
  static constexpr bool is_needed = need < Extension::manifest.needs.size();
  static constexpr std::size_t rank = [] {
    if constexpr (is_needed)
      return rank_of_need<composed_type, Extension, need>;
    else
      return composed_type::count;
  }();
  static constexpr bool is_there = rank < composed_type::started;
};
// Only where it is there. By way of a struct, or an app would have to be complete where contexts of it are only named.
template <class App, class Extension, fixed_string Name>
struct imported_extension {
  using type = extension_at<typename App::composed_type, import_of<App, Extension, Name>::rank>;
};
template <class App, class Extension, fixed_string Name>
using imported = typename imported_extension<App, Extension, Name>::type;

// Whether something is imported that is not what the importer expects.
template <class App, class Extension, fixed_string Name, class Expected>
consteval bool falls_short() {
  if constexpr (!import_of<App, Extension, Name>::is_there)
    return false;
  else if constexpr (!Exports<imported<App, Extension, Name>>)
    return false;
  else
    return !std::is_invocable_v<Expected&, handed<Extension, imported<App, Extension, Name>>&>;
}

// What an extension gives to those that need it by that name: of the alias the implementation itself, as `ctx.impl()`
// does; of others, the export.
template <fixed_string Name, class Other>
inline constexpr bool gives = Name.view() == alias_name || Exports<Other>;
template <class Extension, fixed_string Name, class Other>
[[nodiscard]] constexpr decltype(auto) given_by(Other& other) {
  if constexpr (Name.view() == alias_name)
    return (other);
  else
    return handed_to<Extension>(other.exported());
}

}  // namespace tenon::detail
