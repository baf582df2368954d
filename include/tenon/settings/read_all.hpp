// From the sources to the settings of every extension of a composition.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tenon/composition/implementation.hpp"
#include "tenon/concepts/has_settings.hpp"
#include "tenon/reflect/default_fit.hpp"
#include "tenon/reflect/fit.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/settings/settings_set.hpp"
#include "tenon/settings/sources.hpp"

namespace tenon::settings {

namespace detail {

// As in `read`. Always true: what is wrong with the type is an error of the compiler.
template <class Settings>
inline constexpr bool can_be_read = sizeof(reflect::read_check<Settings>) > 0 &&
                                    sizeof(reflect::default_check<Settings>) > 0;
template <class Settings>
  requires reflect::is_plain<Settings>
inline constexpr bool can_be_read<Settings> = true;

struct readable {
  std::string_view extension{};
  const reflect::slot* place = nullptr;  // null for an extension without settings
};
template <class X>
inline constexpr readable readable_of{};
template <HasSettings X>
inline constexpr readable readable_of<X>{
    X::manifest.name, can_be_read<typename X::settings> ? &reflect::described<typename X::settings> : nullptr};

}  // namespace detail

// Over the defaults in the set, what the sources say, in list order. With findings the set is not to be used: it has
// the mistaken values left out. A table and one loop, where `each` and `read` are a function of their own for each
// extension.
template <class... Listed>
void read_all(settings_set<Listed...>& all, sources& from, std::vector<finding>& findings) {
  static constexpr detail::readable rows[]{{}, detail::readable_of<typename unmarked<Listed>::type>...};
  // The settings are all that their slot holds.
  void* const values[]{nullptr, static_cast<settings_slot<typename unmarked<Listed>::type>*>(&all)...};
  for (std::size_t i = 0; i <= sizeof...(Listed); ++i)
    if (rows[i].place != nullptr) from.apply(rows[i].extension, *rows[i].place, values[i], findings, nullptr);
}

}  // namespace tenon::settings
