// The extension over a bundle that the test writes.
#pragma once

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../forms.hpp"
#include "tenon/form/render/canvas.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/harness.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace stage {

inline void write(const std::filesystem::path& file, std::string_view text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

// Draws what calls itself `broken`, and never manages to.
struct broken {
  static constexpr auto renderer = tenon::renderer{.format = "broken"};
  static void render(const tenon::form::element&, tenon::form::canvas&) { throw 1; }
};
// Offers what it is told to, and nothing where it is told nothing.
struct echo {
  static constexpr auto form_function = tenon::form_function{.name = "echo"};
  tenon::required<std::string> word;
  std::vector<std::string> call() const {
    if (word.get() == "bad") throw 1;
    return {word.get()};
  }
};
struct breaker {
  static constexpr auto manifest = tenon::manifest{.name = "breaker", .version = "1.0.0"};
  using renderers = tenon::renderers<broken>;
  using form_functions = tenon::form_functions<echo>;
};

class scene {
 public:
  explicit scene(std::string_view schema, std::string_view ui = R"({"type": "Control", "scope": "#"})") {
    write(root() / "app/index.html", "");
    add("visit", schema, ui);
  }
  void add(const std::string& form, std::string_view schema, std::string_view ui) {
    write(root() / "forms" / form / "schema.json", schema);
    write(root() / "forms" / form / "ui.json", ui);
  }
  forms::settings settings{};  // as they are when it is first asked something
  [[nodiscard]] std::filesystem::path root() const { return std::filesystem::path(folder_.path()) / "bundle"; }

  using harness = tenon::testing::harness<forms, tenon::testing::fake_http, breaker>;
  harness& on() {
    if (!on_) {
      settings.bundle = root().string();
      on_ = std::make_unique<harness>(settings);
    }
    return *on_;
  }
  tenon::response get(std::string_view path, std::span<const tenon::header> headers = {}) {
    return on().send({.target = path, .path = path, .headers = headers});
  }
  tenon::response post(std::string_view path, std::string_view body,
                       std::string_view type = "application/x-www-form-urlencoded") {
    const std::array headers{tenon::header{"Content-Type", type}};
    return on().send({.method = tenon::method::post,
                      .method_name = "POST",
                      .target = path,
                      .path = path,
                      .headers = headers,
                      .body = body});
  }

 private:
  mutable tenon::testing::scratch_folder folder_{};
  std::unique_ptr<harness> on_{};
};

inline bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }
inline std::string header(const tenon::response& of, std::string_view name) {
  for (const tenon::response_header& one : of.headers)
    if (one.name.view() == name) return one.value;
  return {};
}

}  // namespace stage
