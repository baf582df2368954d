// A request on its way through the app, and how a server sends it in.
#pragma once

#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon {

// Owned by the connection, used for one request after the other. An answer is given either before `door::handle`
// returns (true), or later, by exactly one call of `complete` on the connection's thread.
struct exchange {
  tenon::request request{};
  tenon::response response{};
  void (*complete)(exchange&) = nullptr;  // set by the server
};

// How a server enters the app: one function pointer per request. It never throws: what a handler throws has become an
// answer when it returns.
struct door {
  void* app = nullptr;
  bool (*handle)(void* app,
                 exchange& one) = nullptr;  // true: `one.response` is the answer; false: it comes by `complete`
};

}  // namespace tenon
