// Two questions that whoever runs the program asks: is it alive, and may requests be sent to it?
#pragma once

#include <string>

#include "tenon/word/manifest.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/route.hpp"
#include "tenon/word/status.hpp"

struct health {
  static constexpr auto manifest = tenon::manifest{
      .name = "health", .version = "1.0.0", .doc = "Answers /healthz and /readyz.", .needs = {{"http"}}};

  using alive = tenon::get<"/healthz">;
  using ready = tenon::get<"/readyz">;
  using routes = tenon::routes<alive, ready>;

  // Whoever gets this answer has proof: the thread that serves connections runs.
  tenon::response handle(alive, const tenon::request&) {
    return tenon::response::json(R"({"status":"ok"})").with("Cache-Control", "no-store");
  }

  // 503 while any extension is not ok, with the names of those. A name has no character that JSON would want escaped.
  tenon::response handle(ready, const tenon::request&, auto& ctx) {
    std::string troubled;
    const auto extensions = ctx.extensions();
    for (std::size_t i = 0; i < extensions.size(); ++i) {
      const tenon::extension_status status = ctx.status_of(i).status;
      if (status == tenon::extension_status::ok) continue;
      troubled.append(troubled.empty() ? "" : ",").append(R"({"name":")").append(extensions[i].manifest.name);
      troubled.append(R"(","status":")").append(to_string(status)).append(R"("})");
    }
    if (ctx.ready() && troubled.empty())
      return tenon::response::json(R"({"status":"ready"})").with("Cache-Control", "no-store");
    return tenon::response::json(R"({"status":"not ready","extensions":[)" + troubled + "]}", 503)
        .with("Cache-Control", "no-store");
  }
};
