// request.answered: a request has got its answer.
#pragma once

#include <chrono>
#include <cstddef>

#include "tenon/word/exchange.hpp"
#include "tenon/word/request.hpp"

namespace tenon::core {

// Emitted by the app for each answer that a server gives, also for those to what was no sound request: then
// `method_name` is as much as could be read of it, which may be nothing. Told when the answer has been made, and one in
// pieces when the last of it has, and a web socket when it has ended, on the thread that serves it: who hears it is in
// its way. It stands for one request and has no copy, so it cannot be heard on an executor. A composition in which
// nobody hears it pays nothing for it, and its server looks at no clock.
struct request_answered {
  static constexpr std::string_view name = "request.answered";
  static constexpr bool may_be_unheard = true;

  class passing {
   public:
    explicit passing(const exchange& of) : of_(of) {}
    passing(const passing&) = delete;
    passing& operator=(const passing&) = delete;

   private:
    friend struct request_answered;
    const exchange& of_;
  };
  passing of;
  std::chrono::nanoseconds took{0};  // from the whole request's being there until its answer was

  [[nodiscard]] const tenon::request& request() const noexcept { return of.of_.request; }
  [[nodiscard]] int status() const noexcept { return of.of_.response.status; }
  // What was sent of it: none to HEAD.
  [[nodiscard]] std::size_t body_size() const noexcept {
    if (of.of_.next != nullptr) return of.of_.next->sent();
    if (of.of_.response.more != nullptr) return of.of_.response.more->sent();
    const bool has_none = request().method == method::head || status() == 204 || status() == 304;
    return has_none ? 0 : of.of_.response.body.view().size();
  }
  // It came in pieces, and not to its end: the peer went away, the server stopped, or who wrote them threw. Or a web
  // socket ended without a good-bye.
  [[nodiscard]] bool is_broken_off() const noexcept { return of.of_.broken_off; }
  // Who answered, and by what route; both empty where there was none.
  [[nodiscard]] route_taken route() const noexcept { return of.of_.route; }
};

}  // namespace tenon::core
