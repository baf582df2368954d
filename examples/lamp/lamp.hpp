#pragma once

#include <fstream>
#include <string>
#include <tenon/extension.hpp>

// A lamp on a line of its own: how bright it is may change at any time, where the line is only while the lamp is off.
struct lamp {
  static constexpr auto manifest =
      tenon::manifest{.name = "lamp", .version = "1.0.0", .doc = "Shines as its settings say."};

  struct settings {
    tenon::field<int, {.doc = "How much light.", .min = 0, .max = 100, .unit = "percent"}> brightness = 50;
    tenon::restart<std::string> line = "/dev/null";
  };

  void on_start(auto& ctx) {
    line_.open(ctx.settings().line);
    if (!line_)
      throw tenon::error(tenon::error_type::server_misconfigured, "there is no line " + ctx.settings().line.get());
    shine(ctx.settings().brightness);
  }
  void on_settings(auto& ctx) { shine(ctx.settings().brightness); }
  void on_stop() {
    shine(0);
    line_.close();
  }

 private:
  void shine(int percent) { line_ << percent << std::endl; }

  std::ofstream line_;
};
static_assert(tenon::OnStart<lamp> && tenon::OnSettings<lamp> && tenon::OnStop<lamp>);
