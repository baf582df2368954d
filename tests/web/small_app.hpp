// The least that a route table can belong to: extensions and nothing else. A real app brings the same as its host.
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "tenon/web/table.hpp"
#include "tenon/web/visit.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/manifest.hpp"

namespace tenon::web {

template <class... X>
struct small_app {
  struct context_type {
    small_app& app;
    std::string_view name;
  };

  std::tuple<X...> parts{};
  std::vector<std::string> lines{};
  bool debugging = false;
  std::string_view faulty{};

  struct host {
    using routes = composed_routes<routes_of<X, context_type>...>;
    static small_app& of(void* app) noexcept { return *static_cast<small_app*>(app); }
    template <class One>
    static One& extension(void* app) noexcept {
      return std::get<One>(of(app).parts);
    }
    template <class One>
    static context_type context(void* app) noexcept {
      return {of(app), One::manifest.name};
    }
    template <class One>
    static tenon::log log(void* app) noexcept {
      return {One::manifest.name, {app, [](void* to, const log_entry& entry) noexcept {
                                     of(to).lines.push_back(std::string(to_string(entry.level))
                                                                .append(" ")
                                                                .append(entry.extension)
                                                                .append(": ")
                                                                .append(entry.message));
                                   }}};
    }
    static bool debug(void* app) noexcept { return of(app).debugging; }
    template <class One>
    static auto enter(void* app) noexcept {
      return web::plain_visit(of(app).faulty != One::manifest.name);
    }
  };
  using table = web::table<host>;

  // The answer, where it is there at once.
  tenon::response ask(tenon::method method, std::string_view path) {
    exchange one;
    one.request.method = method;
    one.request.method_name = method == method::other ? "BREW" : to_string(method);
    one.request.target = one.request.path = path;
    if (!table::handle(this, one)) return tenon::response::text(std::string("it comes later"), 599);
    return std::move(one.response);
  }
};

// Inherits the error, where there is one.
template <class... X>
struct checked : composed_route_check<typename small_app<X...>::host::routes> {};

}  // namespace tenon::web
