// A user who calls a provider: what a host would make of a request, without one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/word/error.hpp"
#include "tenon/word/provider_context.hpp"

namespace tenon::testing {

// Lives as long as the contexts that it gives.
class caller {
 public:
  caller(std::string id, const provider_env& env) : env_(env) {
    passport_.user.email = id + "@example.com";
    passport_.user.id = std::move(id);
  }

  [[nodiscard]] authenticated_provider_context known() const { return {request_, env_, "token", passport_}; }
  [[nodiscard]] provider_context with(std::optional<std::string_view> bearer_token) const {
    return {request_, env_, bearer_token, nullptr};
  }
  [[nodiscard]] const tenon::user& user() const { return passport_.user; }

 private:
  tenon::request request_{};
  const provider_env& env_;
  tenon::passport passport_{};
};

// The type of the tenon::error that `operation` throws; nothing when it throws none. Anything else passes through.
template <class F>
[[nodiscard]] std::optional<error_type> error_of(F&& operation) {
  try {
    static_cast<void>(operation());
  } catch (const error& failure) {
    return failure.type();
  }
  return std::nullopt;
}

}  // namespace tenon::testing
