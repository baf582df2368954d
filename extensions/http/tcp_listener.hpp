// A port of the server: binding it, saying clearly why not, and accepting without falling over.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "connection_list.hpp"
#include "contract.hpp"
#include "loop.hpp"
#include "tenon/word/log.hpp"

namespace tenon::http1 {

class tcp_listener final : public listener {
 public:
  // Who takes an accepted connection, socket included. Called on the thread of `home`.
  using chooser = std::function<void(const connection_list::arrival& peer)>;

  // Accepts on `home`; binds at once. Throws tenon::error.
  tcp_listener(loop& home, listener_options wanted, tenon::log log, chooser admit);
  ~tcp_listener() override;

  void open() override;
  void close() noexcept override;
  [[nodiscard]] std::string authority() const override { return authority_; }
  [[nodiscard]] int port() const noexcept override { return port_; }

 private:
  using descriptor = boost::asio::posix::basic_stream_descriptor<boost::asio::io_context::executor_type>;

  void wait();
  void accept_all();
  void pause(int why);
  void close_here() noexcept;

  loop& home_;
  listener_options wanted_;
  tenon::log log_;
  chooser admit_;
  int socket_ = -1;
  std::string authority_;
  int port_ = 0;

  // While open, these belong to the thread of `home`.
  // A handler of Asio may come after it was closed, and then perhaps after it is gone: each holds a weak pointer to
  // this, which goes with the closing.
  std::shared_ptr<tcp_listener*> open_;
  std::optional<descriptor> descriptor_;
  std::optional<loop::timer> pause_;
  loop::clock::time_point last_complaint_{};
};

}  // namespace tenon::http1
