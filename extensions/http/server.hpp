// An HTTP/1.1 server without an app: threads, connections, and a function that answers.
#pragma once

#include <memory>
#include <string>

#include "contract.hpp"
#include "options.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/log.hpp"

namespace tenon::http1 {

// bind, open, drain, each once and in this order, from one thread. Handlers are called on the server's own threads.
class server final : public listener_host {
 public:
  // Throws tenon::error that names every option that cannot work.
  explicit server(options given, tenon::log log = {});
  // Drains, if that was not done.
  ~server();
  server(const server&) = delete;
  server& operator=(const server&) = delete;

  // A port that speaks HTTP without TLS, as the options say; or whatever else. May also be called while the server is
  // open.
  [[nodiscard]] std::unique_ptr<listener> bind();
  [[nodiscard]] std::unique_ptr<listener> bind(listener_options wanted) override;
  [[nodiscard]] std::uint64_t longest_body() const noexcept override;

  // Starts the threads. What listeners accept from then on is served through the door. Throws tenon::error if the
  // system gives too few of them; drain ends those that there are.
  void open(tenon::door door);

  // Every request inside is answered, every answer closes its connection, and when all are gone the threads end. What
  // takes longer than the drain timeout is cut off: sockets are closed, coroutines that wait for their time are woken,
  // and a handler that blocks is waited for, because what it holds cannot be taken away from it. Close the listeners
  // first.
  void drain() noexcept;

 private:
  struct parts;
  std::unique_ptr<parts> parts_;
};

}  // namespace tenon::http1
