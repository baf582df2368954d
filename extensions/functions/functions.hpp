// Functions over HTTP: POST /api/{project}/{function}, and GET where the function changes nothing.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "answer.hpp"
#include "mounted.hpp"
#include "project_name.hpp"
#include "refusal.hpp"
#include "tenon/call/rows_named.hpp"
#include "tenon/web/identified.hpp"
#include "tenon/web/match.hpp"
#include "tenon/web/narrowed.hpp"
#include "tenon/web/refusal.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/forward.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/query.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/route.hpp"
#include "tenon/word/task.hpp"
#include "tenon/word/waiting.hpp"
#include "timed_call.hpp"

// docs/functions.md has every answer. The type is not called `functions`, because that is what every extension calls
// its own.
struct functions_door {
  static constexpr auto manifest = tenon::manifest{.name = "functions",
                                                   .version = "1.0.0",
                                                   .doc = "Calls functions by name, under /api/{project}.",
                                                   .needs = {{"http"}, {"identity"}}};
  struct settings {
    tenon::field<std::string, {.doc = "The name of the project: functions are called at /api/PROJECT/FUNCTION."}>
        project = "main";
    tenon::field<
        std::chrono::milliseconds,
        {.doc = "For one call; whoever waits longer is answered with 504. 0: nobody is.", .min = "0s", .max = "24h"}>
        timeout = std::chrono::milliseconds(60'000);
  };
  static std::vector<std::string> check(const settings& given, const tenon::environment&) {
    const std::string problem = tenon_functions::project_name_problem(given.project);
    return problem.empty() ? std::vector<std::string>() : std::vector<std::string>{problem};
  }

  // What is neither GET nor POST is answered here too, as this API answers it.
  using get = tenon::get<"/api/{project}/{function}", tenon::asks_itself>;
  using post = tenon::post<"/api/{project}/{function}", tenon::asks_itself>;
  using put = tenon::put<"/api/{project}/{function}", tenon::asks_itself>;
  using patch = tenon::patch<"/api/{project}/{function}", tenon::asks_itself>;
  using delete_ = tenon::delete_<"/api/{project}/{function}", tenon::asks_itself>;
  using options = tenon::options<"/api/{project}/{function}">;
  using other = tenon::route<tenon::method::other, "/api/{project}/{function}">;
  // What an extension answers at its mount, it answers below the project too.
  using mounted_get = tenon::get<"/api/{project}/ext/{path...}">;
  using mounted_post = tenon::post<"/api/{project}/ext/{path...}">;
  using mounted_put = tenon::put<"/api/{project}/ext/{path...}">;
  using mounted_patch = tenon::patch<"/api/{project}/ext/{path...}">;
  using mounted_delete = tenon::delete_<"/api/{project}/ext/{path...}">;
  using mounted_options = tenon::options<"/api/{project}/ext/{path...}">;
  using mounted_other = tenon::route<tenon::method::other, "/api/{project}/ext/{path...}">;
  // And what is neither, it says that of.
  using stray_get = tenon::get<"/api/{path...}">;
  using stray_post = tenon::post<"/api/{path...}">;
  using stray_put = tenon::put<"/api/{path...}">;
  using stray_patch = tenon::patch<"/api/{path...}">;
  using stray_delete = tenon::delete_<"/api/{path...}">;
  using stray_options = tenon::options<"/api/{path...}">;
  using stray_other = tenon::route<tenon::method::other, "/api/{path...}">;
  using routes = tenon::routes<get, post, put, patch, delete_, options, other, mounted_get, mounted_post, mounted_put,
                               mounted_patch, mounted_delete, mounted_options, mounted_other, stray_get, stray_post,
                               stray_put, stray_patch, stray_delete, stray_options, stray_other>;

  void on_ready(auto& ctx) {
    calls_.forget();
    warn_of_neighbours(ctx);
  }
  void on_settings(auto& ctx) { warn_of_neighbours(ctx); }

  template <class Route>
    requires(Route::pattern == get::pattern)
  tenon::task<tenon::response> handle(Route route, const tenon::request& request, auto& ctx) {
    return called(route.template at<"project">(), route.template at<"function">(), request, ctx);
  }
  template <class Route>
    requires(Route::pattern == mounted_get::pattern)
  tenon::forward handle(Route route, const tenon::request& request, auto& ctx) {
    const std::string project = route.template at<"project">();
    if (project != ctx.settings().project.get()) return tenon_functions::unknown_project(project);
    const std::string path = route.template at<"path">();
    const std::string_view whose = tenon_functions::mounted_at(ctx.routes(), path);
    if (whose.empty()) return tenon_functions::unknown_mount(path);
    return tenon::forward(request.path.substr(request.path.size() - route.matched[1].size() - 1), whose);
  }
  template <class Route>
    requires(Route::pattern == stray_get::pattern)
  tenon::response handle(Route route, const tenon::request& request, auto& ctx) {
    if (const tenon::web::verdict theirs = said_by_others(request, ctx); theirs.allowed != 0)
      return tenon::web::refusal(request, theirs);
    const std::string_view path = route.matched[0];
    const std::string project = tenon::percent_decoded(path.substr(0, path.find('/')));
    if (project.empty() || project == ctx.settings().project.get())
      return tenon_functions::invalid_path(ctx.settings().project.get());
    return tenon_functions::unknown_project(project);
  }
  tenon::response handle(options, const tenon::request& request, auto& ctx) {
    if (const tenon::web::verdict theirs = said_by_others(request, ctx); theirs.allowed != 0)
      return tenon::web::refusal(request, theirs);
    return tenon::response::empty().with("Allow", "GET, HEAD, POST, OPTIONS");
  }

 private:
  // For all methods, of which else each would have its own copy.
  // Functions may take their time, and so may the look at who is calling: both are a worker's then. What does neither
  // is answered where it is, because the way to a worker and back takes longer than most functions do.
  tenon::task<tenon::response> called(std::string project, std::string name, const tenon::request& request, auto& ctx) {
    if (const tenon::web::verdict theirs = said_by_others(request, ctx); theirs.allowed != 0)
      co_return tenon::web::refusal(request, theirs);
    if (project != ctx.settings().project.get()) co_return tenon_functions::unknown_project(project);
    const auto who = tenon::web::identified_at_once(ctx, request);
    // Holds nothing of the request: it may take longer than whoever asked can wait.
    auto rows = tenon::call::rows_named(ctx.functions(), name);
    const bool never_blocks = tenon_functions::never_blocks(ctx.function_door(), rows);
    const auto whole = [ctx, name, rows = std::move(rows), known = who.has_value(),
                        passport = who ? who->passport : nullptr](const tenon::request& from) {
      return tenon_functions::answer_or_failure(ctx.log().about(from), [&] {
        const auto asks = known ? passport : tenon::web::identified(ctx, from).passport;
        if (!asks) return tenon_functions::unauthenticated();
        return tenon_functions::answer(ctx.function_door(), name, rows, from, *asks, ctx.log().about(from));
      });
    };
    const bool at_once = who && (!who->passport || never_blocks);
    if (at_once || request.loop == nullptr) co_return whole(request);
    const std::chrono::milliseconds timeout = ctx.settings().timeout;
    if (timeout.count() == 0) co_return co_await tenon::offload(request, [&] { return whole(request); });
    const auto call = std::make_shared<tenon_functions::timed_call>(request, whole);
    call->until = tenon_functions::timed_call::clock::now() + timeout;
    std::optional<tenon::response> answer = co_await calls_.of(*request.loop)->run(call);
    if (answer) co_return *std::move(answer);
    const bool begun = call->at.load() == tenon_functions::timed_call::stage::begun;
    ctx.log().about(request).warn(
        std::string(name).append(begun ? " takes longer than functions.timeout"
                                       : " waited longer than functions.timeout for a worker (setting http.workers)"));
    co_return tenon_functions::timed_out(name, timeout, begun);
  }

  // This door answers every method at every path under /api that is nobody else's, so it is what hears of a wrong
  // method at one of theirs.
  static tenon::web::verdict said_by_others(const tenon::request& request, auto& ctx) {
    return tenon::web::explain_before(ctx.route_table(), ctx.routes(), request, ctx.name());
  }

  // A project that is called like the folder of somebody else's routes has no function that can be called.
  static void warn_of_neighbours(auto& ctx) {
    if (ctx.functions().empty()) return;
    const std::string project = ctx.settings().project.get();
    const std::string path = "/api/" + project + "/" + tenon::call::whole_name(ctx.functions().front());
    const tenon::request call{.method = tenon::method::post, .method_name = "POST", .target = path, .path = path};
    if (said_by_others(call, ctx).allowed == 0) return;
    ctx.log().warn(std::string("no function of the project ")
                       .append(project)
                       .append(" can be called over HTTP: routes of others go first below /api/")
                       .append(project)
                       .append("/, as `list routes` shows. Give functions.project another name"));
  }

  tenon_functions::call_watches calls_{};
};
