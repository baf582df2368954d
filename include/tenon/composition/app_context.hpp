// What every context of an app has, whoever it acts for. Once for an app: as a member of each context it would be made
// anew for every extension.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "tenon/composition/extension_facts.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/provider_context.hpp"
#include "tenon/word/status.hpp"

namespace tenon {

// Only the app makes contexts: nobody can act as somebody else.
class context_key {
  template <class>
  friend class app_core;
  constexpr context_key() = default;
};

template <class App>
class app_context {
 public:
  constexpr app_context(App& app, context_key) noexcept : app_(app) {}

  [[nodiscard]] const tenon::environment& environment() const noexcept { return app_.environment(); }
  [[nodiscard]] const provider_env& impl_env() const noexcept { return app_.impl_env(); }

  // For servers: the way into the app. Valid from on_open to on_close.
  [[nodiscard]] tenon::door door() const noexcept { return app_.door(); }

  // What can be called by name, of the whole composition; and the way there for a door, which checks who may.
  [[nodiscard]] static constexpr auto functions() noexcept { return App::functions(); }
  [[nodiscard]] auto function_door() const noexcept { return App::calls::door(app_); }
  [[nodiscard]] static constexpr auto drivers() noexcept { return App::drivers(); }
  [[nodiscard]] auto driver_door() const noexcept { return App::calls::driver_door(app_); }

  // For whoever has others do something in their time: to be kept meanwhile. An extension stops when nobody is in it
  // any more; where `is_admitted()` is false, it does not run.
  [[nodiscard]] auto visit(std::size_t rank) const noexcept { return app_.visit(rank); }

  // What the whole composition serves, and where a path leads to in it.
  [[nodiscard]] static constexpr auto routes() noexcept { return App::routes(); }
  [[nodiscard]] static constexpr const auto& route_table() noexcept { return App::route_table(); }

  // The whole composition, in start order, and how each extension does.
  [[nodiscard]] static constexpr std::span<const extension_facts> extensions() noexcept { return App::extensions(); }
  [[nodiscard]] const status_record& status_of(std::size_t rank) const noexcept { return app_.status_of(rank); }
  // What waits on its executor to be done.
  [[nodiscard]] std::size_t waiting_for(std::size_t rank) const noexcept { return app_.waiting_for(rank); }
  // Its events, by name: a span of event::event_row.
  [[nodiscard]] static constexpr auto events() noexcept { return App::events(); }
  [[nodiscard]] bool ready() const noexcept { return app_.ready(); }
  // Some time after it is ready: `environment::steady_state_delay`.
  [[nodiscard]] bool is_steady() const noexcept { return app_.is_steady(); }

 protected:
  [[nodiscard]] App& app_called() const noexcept { return app_; }

 private:
  App& app_;
};

}  // namespace tenon
