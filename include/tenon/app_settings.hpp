// How what changes settings reaches the extensions of an app.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "tenon/composition/composed.hpp"
#include "tenon/composition/settings_slot.hpp"
#include "tenon/concepts/checks_settings.hpp"
#include "tenon/concepts/exports.hpp"
#include "tenon/concepts/has_settings.hpp"
#include "tenon/executor/background.hpp"
#include "tenon/reflect/equal.hpp"
#include "tenon/reflect/search.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/settings/store.hpp"
#include "tenon/word/boot.hpp"

namespace tenon {

// Whether an extension lets others change settings: it exports the store.
template <class X>
inline constexpr bool changes_settings = false;
template <Exports X>
inline constexpr bool changes_settings<X> = std::is_same_v<typename X::exports, settings::store>;

template <class X>
inline constexpr bool restarts_by_settings = false;
template <HasSettings X>
inline constexpr bool restarts_by_settings<X> =
    reflect::holds(reflect::described<typename X::settings>, reflect::is_restart);

// Asked for only where an app has somebody who changes settings.
template <class App>
class app_settings {
  template <class, class...>
  friend class basic_app;

  using composed = typename App::composed_type;
  static constexpr std::size_t size = composed::started;
  using ranks = std::make_index_sequence<size>;

  static App& self(void* app) noexcept { return *static_cast<App*>(app); }

  // Where each extension's settings stand when the app is made.
  template <std::size_t... Rank>
  static std::array<const void*, size> first(const App& app, std::index_sequence<Rank...>) noexcept {
    // Written out, because a function would be one for each extension. The settings are all that their slot holds.
    return {
        (HasSettings<extension_at<composed, Rank>>
             ? static_cast<const void*>(static_cast<const settings_slot<extension_at<composed, Rank>>*>(&app.settings_))
             : nullptr)...};
  }
  static std::array<const void*, size> first(const App& app) noexcept { return first(app, ranks()); }
  static void show_first(App& app) noexcept {
    const std::array<const void*, size> all = first(app);
    for (std::size_t i = 0; i < size; ++i) app.live_settings_.put(i, all[i]);
  }

  template <class Own>
  static void* make(const void* like) {
    if constexpr (std::is_copy_constructible_v<Own>)
      if (like != nullptr) return new Own(*static_cast<const Own*>(like));
    return new Own();
  }
  template <class X>
  static settings::store_row row_of(std::size_t rank) {
    using own = typename X::settings;
    settings::store_row row{.rank = rank,
                            .extension = X::manifest.name,
                            .implementation = App::extensions()[rank].implementation,
                            .place = reflect::described<own>,
                            .make = &app_settings::make<own>,
                            .destroy = [](void* value) { delete static_cast<own*>(value); }};
    if constexpr (ChecksSettings<X>)
      row.check = [](const void* value, const environment& surroundings) {
        return X::check(*static_cast<const own*>(value), surroundings);
      };
    return row;
  }
  template <class X>
  static void add_row([[maybe_unused]] std::vector<settings::store_row>& to, [[maybe_unused]] std::size_t rank) {
    if constexpr (HasSettings<X>) to.push_back(row_of<X>(rank));
  }
  template <std::size_t... Rank>
  static std::vector<settings::store_row> rows(std::index_sequence<Rank...>) {
    std::vector<settings::store_row> out;
    [[maybe_unused]] int added[] = {0, (add_row<extension_at<composed, Rank>>(out, Rank), 0)...};
    return out;
  }

  static settings::store_target target(App& app) {
    return {.app = &app,
            .rows = rows(ranks()),
            .surroundings = &app.environment(),
            .ready = [](const void* there) { return static_cast<const App*>(there)->ready(); },
            .given = [](const void* there, std::size_t rank) { return first(*static_cast<const App*>(there))[rank]; },
            .current = [](const void* there,
                          std::size_t rank) { return static_cast<const App*>(there)->live_settings_.at(rank); },
            .publish = [](void* there, std::size_t rank,
                          const void* snapshot) { self(there).live_settings_.put(rank, snapshot); },
            .tell = [](void* there,
                       std::size_t rank) { self(there).sequence_.tell_settings(rank, &executor::make_background); },
            .restart = &app_settings::restart,
            .try_at_start = &app_settings::try_at_start};
  }
  static std::vector<std::string_view> restart(void* app, std::size_t rank, std::function<void(bool)> tried) {
    std::vector<std::string_view> names;
    for (const std::size_t one : self(app).sequence_.restart(rank, &executor::make_background, std::move(tried)))
      names.push_back(App::extensions()[one].manifest.name);
    return names;
  }
  static void try_at_start(void* app, std::size_t rank, std::function<void()> begins, std::function<void(bool)> tried) {
    self(app).sequence_.try_at_start(rank, std::move(begins), std::move(tried));
  }
};

}  // namespace tenon
