// A web socket, as who lets it in knows it: what it does with frames is compiled once, in the source of this file.
#pragma once

#include <cstddef>
#include <exception>
#include <memory>

#include "tenon/word/conversation.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/protocol.hpp"
#include "tenon/word/web_socket.hpp"

namespace tenon::web_sockets {

// Whose conversation it is. It is left when that has ended.
class host {
 public:
  virtual ~host() = default;
  [[nodiscard]] virtual bool is_welcome() const noexcept = 0;
  [[nodiscard]] virtual const passport* who() const noexcept = 0;  // is at the other end
  virtual void failed(const std::exception_ptr& why) const noexcept = 0;
};

class accepted : public protocol, public web_socket_peer {
 public:
  // Before anything else.
  virtual void talk(conversation with, std::unique_ptr<host> whose) = 0;

 protected:
  using web_socket_peer::web_socket_peer;
};

// Null where there is something against it, which is in `one.response` then. `any_origin`: the page of a browser may be
// of another origin than this host. `message_limit` in bytes; 0: that of the server.
[[nodiscard]] std::unique_ptr<accepted> accept(exchange& one, bool any_origin, std::size_t message_limit);

}  // namespace tenon::web_sockets
