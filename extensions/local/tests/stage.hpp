// A provider's surroundings: a database file, a clock that a test moves on, an environment, and a caller.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "../storage/database.hpp"
#include "../token/clock.hpp"
#include "temporary_folder.hpp"
#include "tenon/testing/caller.hpp"

struct stage {
  temporary_folder folder{};
  std::shared_ptr<tenon::timestamp> time = std::make_shared<tenon::timestamp>(
      std::chrono::sys_days{std::chrono::year{2030} / 6 / 1} + std::chrono::hours(12));
  tenon::provider_env env{
      .db = folder.file(), .auth_issuer = "http://localhost:8080/local_oidc", .extension_config = "{}"};
  tenon_local::database database{env.db};
  tenon::testing::caller ada{"ada", env}, grace{"grace", env};

  tenon_local::clock clock() const {
    return [time = time] { return *time; };
  }
};

// What `operation` throws, as "type: message"; "nothing" where it throws nothing.
template <class F>
std::string thrown_by(F&& operation) {
  try {
    static_cast<void>(operation());
  } catch (const tenon::error& failure) {
    return std::string(tenon::to_string(failure.type())) + ": " + failure.message();
  }
  return "nothing";
}
