// A request on its way through the app, and how a server sends it in.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string_view>

#include "tenon/word/protocol.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon {

// What answers a request, as `list routes` has it. Empty where no route was found.
struct route_taken {
  std::string_view extension{}, pattern{};
  std::size_t place = 0;  // among `ctx.routes()`
};

// Owned by the connection, used for one request after the other. An answer is given either before `door::handle`
// returns (true), or later, by exactly one call of `complete` on the connection's thread.
struct exchange {
  tenon::request request{};
  tenon::response response{};
  route_taken route{};                    // filled only where somebody hears request.answered
  bool broken_off = false;                // a body in pieces, or another protocol, ended before its end
  std::unique_ptr<protocol> next{};       // what the connection goes on with where the answer is 101
  void (*complete)(exchange&) = nullptr;  // set by the server
};

// How a server enters the app: one function pointer per request. It never throws: what a handler throws has become an
// answer when it returns.
struct door {
  void* app = nullptr;
  bool (*handle)(void* app,
                 exchange& one) = nullptr;  // true: `one.response` is the answer; false: it comes by `complete`
  // To be told of each answer, also of those that the server gives by itself. Null: nobody wants to know, and the
  // server need not look at a clock.
  void (*answered)(void* app, const exchange& one, std::chrono::nanoseconds took) noexcept = nullptr;
};

}  // namespace tenon
