// The forms of an application as pages that work without a script.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <tenon/contract/bundles.hpp>

#include "answers.hpp"
#include "browser_failures.hpp"
#include "files.hpp"
#include "full_notice.hpp"
#include "keeping.hpp"
#include "shelf.hpp"
#include "submission.hpp"
#include "tenon/form/check/program_check.hpp"
#include "tenon/form/function/composed_form_functions.hpp"
#include "tenon/form/render/composed_renderers.hpp"
#include "tenon/web/rate_limits.hpp"
#include "tenon/word/byte_size.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/guarded.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/name.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/route.hpp"

struct forms {
  static constexpr auto manifest = tenon::manifest{.name = "forms",
                                                   .version = "1.0.0",
                                                   .doc = "Shows the forms of an application, and keeps what is sent.",
                                                   .needs = {{"http"},
                                                             {"bundles", "1.x.x", tenon::optional},
                                                             {"data", "1.x.x", tenon::optional},
                                                             {"identity", "1.x.x", tenon::optional}}};

  struct settings {
    tenon::field<std::string,
                 {.doc = "Of the application: a folder, or a ZIP file. None: the one that is part of the program.",
                  .restart = true}>
        bundle = "";
    tenon::field<bool,
                 {.doc = "Lets scripts of the bundle draw what no extension does: they run in the page of whoever "
                         "opens a form.",
                  .restart = true}>
        bundle_modules = false;
    tenon::field<std::uint32_t,
                 {.doc = "That are taken of each user, and of each address where nobody is known; above: 429. 0: all."}>
        submissions_per_minute = 60;
    tenon::field<tenon::byte_size, {.doc = "All that was sent and is kept; above: 507.", .min = "1B"}>
        observations_max_size = tenon::byte_size{1024 * 1024 * 1024};
    tenon::field<tenon::byte_size,
                 {.doc = "Of a file that is sent with a form; a larger one is refused.", .min = "1B", .max = "64MiB"}>
        file_max_size = tenon::byte_size{8 * 1024 * 1024};
    tenon::field<tenon::byte_size,
                 {.doc = "Of all files of a form together; more is refused.", .min = "1B", .max = "64MiB"}>
        files_max_size = tenon::byte_size{16 * 1024 * 1024};
  };

  using list = tenon::get<"/forms">;
  using show = tenon::get<"/forms/{name}", tenon::blocking>;
  using init = tenon::get<"/forms/{name}/init">;
  using send = tenon::post<"/forms/{name}", tenon::blocking, tenon::body_limit<tenon_forms::longest_with_files>>;
  using sent = tenon::get<"/forms/{name}/sent">;
  using observations = tenon::get<"/forms/{name}/observations", tenon::blocking>;
  using one_observation = tenon::get<"/forms/{name}/observations/{id}", tenon::blocking>;
  using file_sent = tenon::get<"/forms/{name}/observations/{id}/files/{file}", tenon::blocking>;
  using as_lines = tenon::get<"/forms/{name}/observations.jsonl", tenon::blocking>;
  using as_table = tenon::get<"/forms/{name}/observations.csv", tenon::blocking>;
  using module_of_bundle = tenon::get<"/forms/{name}/modules/{digest}/{path...}">;
  using failure_in_browser =
      tenon::post<"/forms/{name}/failures", tenon::body_limit<tenon_forms::longest_told>, tenon::rate_limit<30>>;
  using routes = tenon::routes<list, show, init, send, sent, observations, one_observation, file_sent, as_lines,
                               as_table, module_of_bundle, failure_in_browser>;

  void on_start(auto& ctx) {
    if constexpr (const auto data = ctx.find(tenon::extension_name<"data">()))
      tenon_forms::observation_store(data->db).prepare();
    open_active(ctx);
  }

  // Whoever has begun goes on with what was there. Of several that are told at once the last opens what is active then.
  void on(const tenon_bundles::bundle_activated&, auto& ctx) {
    try {
      open_active(ctx);
    } catch (const tenon::error& failed) {
      ctx.log().error("the forms from before are shown on: " + failed.message());
    }
  }

  // Who uploads a bundle reads what this program will not draw or call before anybody sees its forms.
  void on(tenon_bundles::bundle_inspected& event, auto& ctx) {
    tenon::form::warn_of_unbound_entries(event.bundle(),
                                         {.renderers = tenon::form::renderers_in(ctx),
                                          .functions = tenon::form::form_functions_in(ctx),
                                          .bundle_modules = ctx.settings().bundle_modules.get()},
                                         event.found());
  }

  tenon::response handle(list, const tenon::request& from) { return tenon_forms::listed(*shelf(), from); }
  tenon::response handle(show route, const tenon::request& from, auto& ctx) {
    return tenon_forms::shown(*shelf(), route.template at<"name">(), from, ctx.log());
  }
  tenon::response handle(init route, const tenon::request& from) {
    return tenon_forms::init_data(*shelf(), route.at<"name">(), from);
  }
  tenon::response handle(send route, const tenon::request& from, auto& ctx) {
    const std::string name(route.template at<"name">());
    const auto who = tenon_forms::asker(ctx, from);
    if (who == nullptr && tenon_forms::shows_a_token(ctx, from)) return tenon_forms::unknown_token();
    return tenon_forms::taken(*shelf(), name, from, ctx.log(),
                              {.wait = [&] { return tenon_forms::wait_of(ctx, counts_, from, who.get()); },
                               .keep = tenon_forms::keeper_for(ctx, name, who.get(), notice_),
                               .actor = who == nullptr ? std::string_view() : std::string_view(who->user.id),
                               .has = tenon_forms::memory_of(ctx, name),
                               .most = tenon_forms::file_limits_of(ctx)});
  }
  tenon::response handle(sent route, const tenon::request&, auto& ctx) {
    return tenon_forms::said_so(*shelf(), route.template at<"name">(), tenon_forms::keeps(ctx));
  }
  tenon::response handle(observations route, const tenon::request& from, auto& ctx) {
    return tenon_forms::observations_of(ctx, *shelf(), std::string(route.template at<"name">()), from);
  }
  tenon::response handle(one_observation route, const tenon::request& from, auto& ctx) {
    return tenon_forms::observation_of(ctx, *shelf(), std::string(route.template at<"name">()),
                                       std::string(route.template at<"id">()), from);
  }
  tenon::response handle(file_sent route, const tenon::request& from, auto& ctx) {
    return tenon_forms::file_of_observation(ctx, *shelf(), std::string(route.template at<"name">()),
                                            route.template at<"id">(), route.template at<"file">(), from);
  }
  tenon::response handle(as_lines route, const tenon::request& from, auto& ctx) {
    return tenon_forms::exported(ctx, shelf(), std::string(route.template at<"name">()), from, false);
  }
  tenon::response handle(as_table route, const tenon::request& from, auto& ctx) {
    return tenon_forms::exported(ctx, shelf(), std::string(route.template at<"name">()), from, true);
  }
  tenon::response handle(module_of_bundle route, const tenon::request& from) {
    const forms_of_bundle now = shelf();
    const bool is_there = now->find(route.at<"name">()) != nullptr;
    return tenon_forms::module_file(now->modules(), is_there ? route.at<"digest">() : "", route.at<"path">(), from);
  }
  tenon::response handle(failure_in_browser route, const tenon::request& from, auto& ctx) {
    return tenon_forms::failure_told(*shelf(), route.template at<"name">(), from, ctx.log());
  }

 private:
  using forms_of_bundle = std::shared_ptr<const tenon_forms::shelf>;

  [[nodiscard]] forms_of_bundle shelf() const { return shelf_.copy(); }
  // That of `bundles`, where it has one; else that of the settings.
  static std::string bundle_of(auto& ctx) {
    using namespace tenon::literals;
    const std::string set(ctx.settings().bundle.get());
    if constexpr (const auto kept = ctx.find("bundles"_ext))
      if (const auto active = kept->active(); !active.file.empty()) {
        if (!set.empty())
          ctx.log().warn(std::string("forms.bundle, ")
                             .append(set)
                             .append(", is passed over: version ")
                             .append(active.version)
                             .append(" of bundles is active (docs/bundles.md)"));
        return active.file;
      }
    return set;
  }
  void open_active(auto& ctx) {
    const std::scoped_lock one_at_a_time(opening_);
    auto opened = std::make_shared<const tenon_forms::shelf>(
        tenon_forms::shelf::open(bundle_of(ctx),
                                 {.bundle = tenon::form::composed_files_in(ctx),
                                  .renderers = tenon::form::renderers_in(ctx),
                                  .functions = tenon::form::form_functions_in(ctx),
                                  .bundle_modules = ctx.settings().bundle_modules.get()},
                                 ctx.log()));
    using namespace tenon::literals;
    if constexpr (const auto door = ctx.find("http"_ext))
      if (opened->asks_for_files())
        tenon_forms::warn_of_narrow_door(door->longest_body(), tenon_forms::file_limits_of(ctx), ctx.log());
    shelf_.with([&](forms_of_bundle& now) { now.swap(opened); });
  }

  tenon::web::rate_limits counts_{};
  tenon_forms::full_notice notice_{};
  std::mutex opening_{};
  tenon::guarded<forms_of_bundle> shelf_{};
};
