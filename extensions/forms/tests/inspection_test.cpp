// What this program will not draw or call of a bundle that somebody has sent.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "stage.hpp"
#include "tenon/form/folder_bundle.hpp"
#include "tenon/form/report.hpp"

namespace {

// Stands where bundles are taken.
struct receiver_of_bundles {
  static constexpr auto manifest = tenon::manifest{.name = "bundles", .version = "1.0.0"};
  struct exports {
    [[nodiscard]] tenon_bundles::active_bundle active() const { return {}; }
  };
  using emits = tenon::events<tenon_bundles::bundle_activated, tenon_bundles::bundle_inspected>;
  exports& exported() { return own; }
  void on_start(auto& ctx) {
    ask = [ctx](const tenon::form::bundle& of, tenon::form::report& found) {
      tenon_bundles::bundle_inspected event{{of, found}};
      ctx.emit(event);
    };
  }
  exports own{};
  std::function<void(const tenon::form::bundle&, tenon::form::report&)> ask{};
};
using receiving = tenon::testing::harness<forms, tenon::testing::fake_http, receiver_of_bundles, stage::breaker>;

std::vector<std::string> warnings_about(const stage::scene& of, forms::settings settings = {}) {
  receiving on(settings);
  tenon::form::report found;
  on.fake<receiver_of_bundles>().ask(tenon::form::folder_bundle(of.root()), found);
  EXPECT_TRUE(found.valid());
  std::vector<std::string> out;
  for (const tenon::form::bundle_finding& one : found.warnings()) {
    EXPECT_EQ(one.file, "forms/ext.json");
    EXPECT_NE(one.line, 0U);
    out.push_back(one.message);
  }
  return out;
}

TEST(forms, tell_of_a_bundle_that_is_sent_what_nobody_draws_or_calls) {
  const stage::scene sent("{}");
  stage::write(sent.root() / "forms/ext.json", R"({"renderers": {
      "broken": {"name": "B", "format": "broken", "module": "b.js"},
      "moons": {"name": "M", "format": "moons", "module": "m.js"}},
    "functions": {"echo": {"path": "e.js", "export": "e"}, "none": {"path": "n.js", "export": "n"}}})");
  stage::write(sent.root() / "m.js", "");
  EXPECT_EQ(warnings_about(sent), (std::vector<std::string>{"no function none in this server",
                                                            "no renderer for format moons in this server"}));
  EXPECT_EQ(warnings_about(sent, {.bundle_modules = true}),
            std::vector<std::string>{"no function none in this server"});
}

}  // namespace
