// From a request for a web socket into the conversation that handles it.
#pragma once

#include <exception>
#include <memory>
#include <utility>

#include "tenon/web/failure.hpp"
#include "tenon/web_socket/accepted.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon::web {

// Stands for who asks where nobody is asked for.
struct unknown_caller {};

// Stays with the conversation: its extension does not stop before it has ended, and who is at the other end is known
// until then. `Known` is what identity finds, or `unknown_caller`.
template <class Visit, class Known>
class conversation_host final : public web_sockets::host {
 public:
  conversation_host(const tenon::log& log, const request& from, Visit&& visit, Known&& who)
      : log_(log), from_(from), visit_(std::move(visit)), who_(std::move(who)) {}

  bool is_welcome() const noexcept override {
    if constexpr (requires { visit_.is_welcome(); })
      return visit_.is_welcome();
    else
      return true;
  }
  const passport* who() const noexcept override {
    if constexpr (requires { who_.passport.get(); })
      return who_.passport.get();
    else
      return nullptr;
  }
  void failed([[maybe_unused]] const std::exception_ptr& why) const noexcept override {
#if defined(__cpp_exceptions)
    try {
      const tenon::log log = log_.about(from_);
      try {
        std::rethrow_exception(why);
      } catch (const error& failure) {
        detail::log_failure(log, from_, failure);
      } catch (...) {
        detail::log_failure(log, from_, error(error_type::unknown, {.cause = why}));
      }
    } catch (...) {  // no memory to say it
    }
#endif
  }

 private:
  tenon::log log_;
  const request& from_;
  Visit visit_;
  Known who_;
};

// The answer is 101 where there is nothing against it, and then `visit` and `who` are the conversation's. It begins
// when the connection says so.
template <class X, class Served, class C, class Visit, class Known>
response converse(X& x, const tenon::log& log, exchange& one, const Served& served, C& ctx, Visit& visit, Known& who) {
  auto socket = web_sockets::accept(one, Served::terms.any_origin, Served::terms.message_limit);
  if (socket == nullptr) return std::move(one.response);
  web_socket_peer& peer = *socket;
  conversation talk = served.call(x, peer, ctx);
  socket->talk(std::move(talk),
               std::make_unique<conversation_host<Visit, Known>>(log, one.request, std::move(visit), std::move(who)));
  one.next = std::move(socket);
  return response::empty(101);
}

}  // namespace tenon::web
