// Who is calling: the administrator, the holder of an API key, or a person with an identity token.
#pragma once

#include <optional>

#include "administrator_token.hpp"
#include "contract.hpp"
#include "lookup.hpp"
#include "tenon/word/manifest.hpp"

struct identity {
  static constexpr auto manifest = tenon::manifest{.name = "identity",
                                                   .version = "1.0.0",
                                                   .doc = "Knows who a request comes from.",
                                                   .needs = {{"extension_impl"}},
                                                   .core = true,
                                                   .essential = true};
  using exports = tenon_identity::directory;

  void on_start(auto& ctx) {
    token_.emplace(ctx.environment().data_dir + "/admin.token");
    directory_.emplace(
        [this](const tenon::request& request) { return tenon_identity::known_at_once(*token_, request); },
        [this, ctx](const tenon::request& request) {
          tenon_identity::caller found = tenon_identity::look_up(*token_, ctx.impl(), ctx.impl_env(), request);
          if (!found.passport && found.refusal != tenon::error_type::missing_token)
            ctx.log().info("refused a token: " + found.reason);
          return found;
        });
  }

  // From on_start on.
  tenon_identity::directory& exported() { return *directory_; }

 private:
  std::optional<tenon_identity::administrator_token> token_;
  std::optional<tenon_identity::directory> directory_;
};
