// What others may know of the bundles of an application.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace tenon_bundles {

// Forms are read from the version that is active.
struct active_bundle {
  std::string version{};  // empty: none is active
  std::string file{};     // a ZIP file, which stays as it is
};

// Another version is active, and stays so if the program is killed. Who hears it asks for the active one, which may be
// yet another by then.
struct bundle_activated {
  static constexpr std::string_view name = "bundle.activated";
  static constexpr bool may_be_unheard = true;
  std::string version{};
};

template <class T>
concept Bundles = requires(const T& all) {
  { all.active() } -> std::same_as<active_bundle>;
};

// For `ctx.import("bundles"_ext, tenon_bundles::any_bundles)`.
inline constexpr auto any_bundles = [](Bundles auto&) {};

}  // namespace tenon_bundles
