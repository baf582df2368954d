// request.will-be-handled: a request has come in, and no route has been looked for.
#pragma once

#include <string_view>

#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon::core {

// Emitted by the app for each request, after ip.validate. A listener that answers it itself fills `response` and calls
// `end()`; then no route is, and nobody who comes later should change the answer. It stands for one request and has no
// copy, so it cannot be heard on an executor. A composition in which nobody hears it pays nothing for it.
struct request_will_be_handled {
  static constexpr std::string_view name = "request.will-be-handled";
  static constexpr bool may_be_unheard = true;

  class passing {
   public:
    passing(const tenon::request& request, tenon::response& response) : request_(request), response_(response) {}
    passing(const passing&) = delete;
    passing& operator=(const passing&) = delete;

   private:
    friend struct request_will_be_handled;
    const tenon::request& request_;
    tenon::response& response_;
    bool ended_ = false;
  };
  passing of;

  [[nodiscard]] const tenon::request& request() const noexcept { return of.request_; }
  [[nodiscard]] tenon::response& response() noexcept { return of.response_; }
  void end() noexcept { of.ended_ = true; }
  [[nodiscard]] bool ended() const noexcept { return of.ended_; }
};

}  // namespace tenon::core
