// A form in a program that keeps what is sent.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../../data/data.hpp"
#include "stage.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/testing/hand_loop.hpp"

namespace stage {

inline constexpr std::string_view visit = R"({"title": "Visit", "properties": {"name": {"type": "string"},
    "of": {"type": "object", "properties": {"size": {"type": "integer"}}}}})";

class kept_forms : public testing::Test {
 protected:
  using harness =
      tenon::testing::harness<forms, tenon::testing::fake_http, breaker, data, tenon::testing::fake_identity>;

  kept_forms() {
    const std::filesystem::path root = std::filesystem::path(folder_.path()) / "bundle";
    write(root / "app/index.html", "");
    write(root / "forms" / "visit" / "schema.json", visit);
    write(root / "forms" / "visit" / "ui.json", R"({"type": "Control", "scope": "#"})");
  }
  std::unique_ptr<harness> started(forms::settings with = {}) {
    tenon::environment around;
    around.data_dir = folder_.path();
    with.bundle = std::string(folder_.path()) + "/bundle";
    return std::make_unique<harness>(std::move(with), around);
  }
  static tenon::response send(harness& on, std::string_view body, std::string_view token = {},
                              std::string_view address = "192.0.2.1", std::string_view key = {}) {
    const std::string shown = std::string("Bearer ").append(token);
    std::vector<tenon::header> headers{{"Content-Type", "application/x-www-form-urlencoded"}};
    if (!token.empty()) headers.push_back({"Authorization", shown});
    if (!key.empty()) headers.push_back({"Idempotency-Key", key});
    return on.send({.method = tenon::method::post,
                    .method_name = "POST",
                    .target = "/forms/visit",
                    .path = "/forms/visit",
                    .headers = headers,
                    .body = body,
                    .remote_address = address});
  }
  static tenon::response see(harness& on, std::string_view path, std::string_view query = {}) {
    return on.send_as("boss", {.target = path, .path = path, .query = query});
  }
  static std::string all_of(harness& on, std::string_view path) {
    tenon::testing::hand_loop loop;
    tenon::testing::later one(loop, tenon::method::get, path);
    const tenon::header token{"Authorization", "Bearer boss"};
    one.exchange.request.headers = {&token, 1};
    const tenon::door way_in = on.app().door();
    if (!way_in.handle(way_in.app, one.exchange)) loop.settle();
    tenon::response& answer = one.exchange.response;
    if (!answer.more) return std::string(answer.body.view());
    std::string out;
    for (;;) {
      bool came = false;
      tenon::pieces::step step =
          answer.more->next({[](void* seen) noexcept { *static_cast<bool*>(seen) = true; }, &came});
      if (step == tenon::pieces::step::waits) {
        while (!came && loop.turn()) {
        }
        step = answer.more->found();
      }
      if (step == tenon::pieces::step::end) return out;
      out += answer.more->text();
    }
  }

  tenon::testing::scratch_folder folder_{};
};

}  // namespace stage
