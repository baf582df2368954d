// What others may know of the bundles of an application.
#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <string_view>

#include "tenon/word/passport.hpp"
#include "tenon/word/request.hpp"

namespace tenon::form {
class bundle;
class report;
}  // namespace tenon::form

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

// A bundle that somebody has sent was looked through by the rules that hold everywhere, and nothing has become of it
// yet. Who knows more adds it to what was found, and to what clients and pages are told: an error keeps the bundle from
// becoming a version. It stands for one look and has no copy, so it cannot be heard on an executor.
struct bundle_inspected {
  static constexpr std::string_view name = "bundle.inspected";
  static constexpr bool may_be_unheard = true;

  class passing {
   public:
    passing(const tenon::form::bundle& bundle, tenon::form::report& found) : bundle_(bundle), found_(found) {}
    passing(const passing&) = delete;
    passing& operator=(const passing&) = delete;

   private:
    friend struct bundle_inspected;
    const tenon::form::bundle& bundle_;
    tenon::form::report& found_;
  };
  passing of;

  [[nodiscard]] const tenon::form::bundle& bundle() const noexcept { return of.bundle_; }
  [[nodiscard]] tenon::form::report& found() noexcept { return of.found_; }
};

template <class T>
concept Bundles = requires(const T& all) {
  { all.active() } -> std::same_as<active_bundle>;
};

// Knows who has logged in at the page of bundles with the browser that asks: an administrator, else null. A browser
// sends its cookie by itself, so whoever heeds this lets nothing be changed by it.
template <class T>
concept KnowsBrowsers = requires(const T& all, const tenon::request& from) {
  { all.administrator_of(from) } -> std::same_as<std::shared_ptr<const tenon::passport>>;
};

// For `ctx.import("bundles"_ext, tenon_bundles::any_bundles)`.
inline constexpr auto any_bundles = [](Bundles auto&) {};

}  // namespace tenon_bundles
