// How requests reach the extensions of an app. Its short name stands in the symbol of every handler.
#pragma once

#include <cstddef>

#include "tenon/composition/context.hpp"
#include "tenon/web/table.hpp"
#include "tenon/web/visit.hpp"
#include "tenon/word/log.hpp"

namespace tenon {

// Private but for the table and what it runs: who holds a context can make one of somebody else with it.
template <class App>
class app_door {
  template <class>
  friend struct web::table;
  template <class, class, class>
  friend class web::run_served;

  using routes = typename App::routes_type;

  static App& self(void* app) noexcept { return *static_cast<App*>(app); }
  template <class X>
  static X& extension(void* app) noexcept {
    return self(app).template part<X>();
  }
  template <class X>
  static tenon::context<X, App> context(void* app) noexcept {
    return App::template context_for<X>(self(app));
  }
  template <class X>
  static tenon::log log(void* app) noexcept {
    return {X::manifest.name, self(app).environment().log_sink};
  }
  static bool debug(void* app) noexcept { return self(app).environment().debug; }
  template <class X>
  static auto enter(void* app) noexcept {
    constexpr std::size_t rank = App::template rank_of<X>;
    if constexpr (App::tables::counts_requests[rank])
      return web::counted_visit(self(app).sequence_.extensions().record(rank));
    else
      return web::plain_visit(self(app).template is_up<X>());
  }
};

}  // namespace tenon
