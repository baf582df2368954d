// The bundle of an application, version by version: pushed, compared, switched to, and handed out to its devices.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "answers.hpp"
#include "contract.hpp"
#include "page_door.hpp"
#include "pages.hpp"
#include "sessions.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/event.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/name.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/query.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/route.hpp"
#include "upload.hpp"
#include "version_store.hpp"

// docs/bundles.md has every answer.
struct bundles {
  static constexpr auto manifest = tenon::manifest{.name = "bundles",
                                                   .version = "1.0.0",
                                                   .doc = "Keeps the versions of an application's bundle.",
                                                   .needs = {{"http"}, {"identity"}}};
  struct settings {
    tenon::field<int,
                 {.doc = "Versions that are kept; the active one always is.", .min = 1, .max = 100, .restart = true}>
        keep = 5;
  };
  using emits = tenon::events<tenon_bundles::bundle_activated, tenon_bundles::bundle_inspected>;

  using reads = tenon::requires_scope<tenon::scope::read>;
  using administers = tenon::requires_role<tenon::role::admin>;
  using takes = tenon::body_limit<tenon_bundles::longest_upload>;
  using in_brief = tenon::plain_failures;  // clients of the original know no other body
  using tell_manifest = tenon::get<"/app-bundle/manifest", reads, in_brief>;
  using download = tenon::get<"/app-bundle/download/{path...}", reads, in_brief>;
  using list_versions = tenon::get<"/app-bundle/versions", reads, in_brief>;
  using compare = tenon::get<"/app-bundle/changes", reads, in_brief>;
  using push = tenon::post<"/app-bundle/push", administers, takes, in_brief>;
  using validate = tenon::post<"/app-bundle/validate", administers, takes, in_brief>;
  using activate = tenon::post<"/app-bundle/switch/{version}", administers, in_brief>;
  using activate_none = tenon::post<"/app-bundle/switch", administers, in_brief>;

  // What a browser does, with a session in the place of a token.
  using small = tenon::body_limit<4096>;
  using page = tenon::get<"/bundles", tenon::blocking>;
  using log_in = tenon::post<"/bundles/log-in", tenon::blocking, small, tenon::rate_limit<20>>;
  using log_out = tenon::post<"/bundles/log-out", tenon::blocking, small>;
  using upload = tenon::post<"/bundles/push", tenon::blocking, takes>;
  using choose = tenon::post<"/bundles/switch", tenon::blocking, small>;
  using routes = tenon::routes<tell_manifest, download, list_versions, compare, push, validate, activate, activate_none,
                               page, log_in, log_out, upload, choose>;

  class store_view {
   public:
    [[nodiscard]] tenon_bundles::active_bundle active() const {
      const tenon_bundles::kept_version one = of_->now().active;
      return one ? tenon_bundles::active_bundle{one->name(), one->file().string()} : tenon_bundles::active_bundle();
    }
    [[nodiscard]] std::shared_ptr<const tenon::passport> administrator_of(const tenon::request& from) const {
      return logged_in_(from);
    }

   private:
    friend struct bundles;
    const tenon_bundles::version_store* of_ = nullptr;
    std::function<std::shared_ptr<const tenon::passport>(const tenon::request&)> logged_in_{};
  };
  using exports = store_view;
  // From on_start on.
  exports& exported() noexcept { return view_; }

  void on_start(auto& ctx) {
    store_.emplace(ctx.environment().data_dir + "/bundles",
                   tenon_bundles::version_store::how{.keep = static_cast<std::size_t>(ctx.settings().keep.get()),
                                                     .inspected = others_look(ctx)},
                   ctx.log());
    view_.of_ = &*store_;
    view_.logged_in_ = [this, ctx](const tenon::request& from) { return administrator_of(from, ctx); };
  }

  tenon::response handle(tell_manifest, const tenon::request& from) {
    return tenon_bundles::manifest_answer(store_->now(), from);
  }
  tenon::response handle(download route, const tenon::request& from) {
    return tenon_bundles::file_answer(store_->now(), route.at<"path">(), from);
  }
  tenon::response handle(list_versions, const tenon::request&) { return tenon_bundles::versions_answer(store_->now()); }
  tenon::response handle(compare, const tenon::request& from) {
    return tenon_bundles::changes_answer(store_->now(), from);
  }
  tenon::response handle(push, const tenon::request& from, auto& ctx) {
    std::string problem;
    const std::optional<std::string_view> zip = tenon_bundles::bundle_in(from, problem);
    if (!zip) return tenon_bundles::refused(400, "An error occurred", problem);
    const tenon_bundles::pushed made = store_->push(*zip);
    if (made.made) tell_pushed(made.made->name(), *from.passport, ctx);
    return tenon_bundles::push_answer(made);
  }
  tenon::response handle(validate, const tenon::request& from) {
    std::string problem;
    const std::optional<std::string_view> zip = tenon_bundles::bundle_in(from, problem);
    if (!zip) return tenon_bundles::refused(400, "An error occurred", problem);
    return tenon_bundles::findings_answer(store_->validate(*zip));
  }
  tenon::response handle(activate route, const tenon::request& from, auto& ctx) {
    const std::string wanted = route.template at<"version">();
    try {
      switch_to(wanted, *from.passport, ctx);
    } catch (const tenon::error& failed) {
      if (failed.type() != tenon::error_type::not_found) throw;
      return tenon_bundles::refused(404, failed.message(), "Failed to switch to version " + wanted);
    }
    return tenon_bundles::switch_answer(wanted);
  }
  tenon::response handle(activate_none, const tenon::request&) {
    return tenon_bundles::refused(400, "An error occurred", "Version is required");
  }

  tenon::response handle(page, const tenon::request& from, auto& ctx) {
    return for_administrator(from, ctx, [&](const tenon::passport&) {
      return tenon_bundles::private_page(tenon_bundles::versions_page(store_->now(), {}));
    });
  }
  tenon::response handle(log_in, const tenon::request& from, auto& ctx) {
    using namespace tenon::literals;
    if (auto objection = tenon_bundles::objection_to(from)) return *std::move(objection);
    std::string token = tenon::query_value(from.body, "token").value_or("");
    if (!tenon_bundles::administrator_by(token, from, ctx.import("identity"_ext)))
      return tenon_bundles::private_page(tenon_bundles::log_in_page("This is not the token of an administrator."), 403);
    const std::string cookie = sessions_.begin(std::move(token), now(ctx));
    return tenon_bundles::back_to_page().with("Set-Cookie", tenon_bundles::cookie_text(cookie, from.secure));
  }
  tenon::response handle(log_out, const tenon::request& from) {
    if (auto objection = tenon_bundles::objection_to(from)) return *std::move(objection);
    sessions_.end(tenon_bundles::cookie_of(from));
    return tenon_bundles::back_to_page().with("Set-Cookie", tenon_bundles::cookie_text({}, from.secure));
  }
  tenon::response handle(upload, const tenon::request& from, auto& ctx) {
    if (auto objection = tenon_bundles::objection_to(from)) return *std::move(objection);
    return for_administrator(from, ctx, [&](const tenon::passport& who) {
      std::string problem;
      const std::optional<std::string_view> zip = tenon_bundles::bundle_in(from, problem);
      if (!zip) return tenon_bundles::private_page(tenon_bundles::versions_page(store_->now(), problem), 400);
      const tenon_bundles::pushed made = store_->push(*zip);
      const std::string name = made.made ? made.made->name() : std::string();
      if (made.made) tell_pushed(name, who, ctx);
      return tenon_bundles::private_page(tenon_bundles::findings_page(made.found, name), made.made ? 200 : 400);
    });
  }
  tenon::response handle(choose, const tenon::request& from, auto& ctx) {
    if (auto objection = tenon_bundles::objection_to(from)) return *std::move(objection);
    return for_administrator(from, ctx, [&](const tenon::passport& who) {
      try {
        switch_to(tenon::query_value(from.body, "version").value_or(""), who, ctx);
      } catch (const tenon::error& failed) {
        if (failed.type() != tenon::error_type::not_found) throw;
        return tenon_bundles::private_page(tenon_bundles::versions_page(store_->now(), failed.message()), 404);
      }
      return tenon_bundles::back_to_page();
    });
  }

 private:
  static std::chrono::steady_clock::time_point now(auto& ctx) {
    const tenon::environment& environment = ctx.environment();
    return environment.clock == nullptr ? std::chrono::steady_clock::now() : environment.clock->now();
  }
  // By its session; null where that stands for none.
  std::shared_ptr<const tenon::passport> administrator_of(const tenon::request& from, auto& ctx) {
    using namespace tenon::literals;
    const std::optional<std::string> token = sessions_.token_of(tenon_bundles::cookie_of(from), now(ctx));
    return token ? tenon_bundles::administrator_by(*token, from, ctx.import("identity"_ext)) : nullptr;
  }
  // Whoever else asks is shown where to log in.
  tenon::response for_administrator(const tenon::request& from, auto& ctx, auto answer) {
    if (const auto who = administrator_of(from, ctx)) return answer(*who);
    const bool only_looks = from.method != tenon::method::post;
    return tenon_bundles::private_page(
        tenon_bundles::log_in_page(only_looks ? "" : "You are not logged in any more, and nothing was done."),
        only_looks ? 200 : 403);
  }
  static auto others_look(auto& ctx) {
    return [ctx](const tenon::form::bundle& bundle, tenon::form::report& found) {
      tenon_bundles::bundle_inspected event{{bundle, found}};
      ctx.emit(event);
    };
  }
  static void tell_pushed(const std::string& version, const tenon::passport& by, auto& ctx) {
    ctx.log().info("version " + version + " pushed by " + by.user.id);
  }
  void switch_to(const std::string& wanted, const tenon::passport& by, auto& ctx) {
    const tenon_bundles::kept_version made = store_->switch_to(wanted);
    ctx.log().info("version " + made->name() + " is active, switched to by " + by.user.id);
    ctx.emit(tenon_bundles::bundle_activated{.version = made->name()});
  }

  std::optional<tenon_bundles::version_store> store_{};
  store_view view_{};
  tenon_bundles::sessions sessions_{};
};
