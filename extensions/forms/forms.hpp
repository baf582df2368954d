// The forms of an application as pages that work without a script.
#pragma once

#include <memory>
#include <string>

#include "answers.hpp"
#include "shelf.hpp"
#include "submission.hpp"
#include "tenon/form/function/composed_form_functions.hpp"
#include "tenon/form/render/composed_renderers.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/route.hpp"

struct forms {
  static constexpr auto manifest = tenon::manifest{
      .name = "forms", .version = "1.0.0", .doc = "Shows the forms of an application.", .needs = {{"http"}}};

  struct settings {
    tenon::field<std::string,
                 {.doc = "Of the application: a folder, or a ZIP file. None: the one that is part of the program.",
                  .restart = true}>
        bundle = "";
  };

  using list = tenon::get<"/forms">;
  using show = tenon::get<"/forms/{name}", tenon::blocking>;
  using init = tenon::get<"/forms/{name}/init">;
  using send = tenon::post<"/forms/{name}", tenon::blocking, tenon::body_limit<tenon_forms::longest_submission>>;
  using sent = tenon::get<"/forms/{name}/sent">;
  using routes = tenon::routes<list, show, init, send, sent>;

  void on_start(auto& ctx) {
    shelf_ = std::make_unique<const tenon_forms::shelf>(
        tenon_forms::shelf::open(std::string(ctx.settings().bundle.get()),
                                 {.bundle = tenon::form::composed_files_in(ctx),
                                  .renderers = tenon::form::renderers_in(ctx),
                                  .functions = tenon::form::form_functions_in(ctx)},
                                 ctx.log()));
  }

  tenon::response handle(list, const tenon::request& from) { return tenon_forms::listed(*shelf_, from); }
  tenon::response handle(show route, const tenon::request& from, auto& ctx) {
    return tenon_forms::shown(*shelf_, route.template at<"name">(), from, ctx.log());
  }
  tenon::response handle(init route, const tenon::request& from) {
    return tenon_forms::init_data(*shelf_, route.at<"name">(), from);
  }
  tenon::response handle(send route, const tenon::request& from, auto& ctx) {
    return tenon_forms::taken(*shelf_, route.template at<"name">(), from, ctx.log());
  }
  tenon::response handle(sent route, const tenon::request&) {
    return tenon_forms::said_so(*shelf_, route.at<"name">());
  }

 private:
  std::unique_ptr<const tenon_forms::shelf> shelf_{};
};
