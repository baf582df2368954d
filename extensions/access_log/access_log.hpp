// A line in the log for each answer, or for those that failed.
#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/word/field.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/request_answered.hpp"

// docs/observability.md has what stands in a line.
struct access_log {
  static constexpr auto manifest = tenon::manifest{
      .name = "access_log", .version = "1.0.0", .doc = "A line in the log for each answer, or for those that failed."};

  struct settings {
    tenon::field<int, {.doc = "Answers below have no line; 100: each has one.", .min = 100, .max = 600}> least_status =
        400;
    tenon::field<std::vector<std::string>, {.doc = "Paths that have no line unless their answer is 500 or above."}>
        except{};
    tenon::field<bool, {.doc = "Whether the query stands in the path: it may hold what is secret."}> query = false;
  };

  void on(const tenon::core::request_answered& event, auto& ctx) {
    const settings& wanted = ctx.settings();
    const tenon::request& asked = event.request();
    const int status = event.status();
    if (status < wanted.least_status) return;
    const std::vector<std::string>& except = wanted.except;
    if (status < 500 && std::ranges::find(except, asked.whole_path()) != except.end()) return;
    const std::chrono::duration<double, std::milli> took = event.took;
    ctx.log().about(asked).info("answered", {{"method", asked.method_name},
                                             {"path", wanted.query ? asked.target : asked.whole_path()},
                                             {"status", status},
                                             {"bytes", event.body_size()},
                                             {"ms", took.count()},
                                             {"remote", asked.remote_address},
                                             {"by", event.route().extension},
                                             {"route", event.route().pattern},
                                             {"whole", !event.is_broken_off()},
                                             {"agent", asked.header("User-Agent").value_or("")}});
  }
};
