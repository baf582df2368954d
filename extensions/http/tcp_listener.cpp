#include "tcp_listener.hpp"

#include <netinet/tcp.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <semaphore>
#include <utility>

#include "endpoint.hpp"
#include "sentence.hpp"

namespace tenon::http1 {

tcp_listener::tcp_listener(loop& home, listener_options wanted, tenon::log log, chooser admit)
    : home_(home), wanted_(std::move(wanted)), log_(log), admit_(std::move(admit)) {
  endpoint where;
  socket_ = listening_socket(wanted_, where);
  port_ = where.port();
  authority_ = where.authority();
}

tcp_listener::~tcp_listener() { close(); }

void tcp_listener::open() {
  home_.post({[](void* data) {
                auto& self = *static_cast<tcp_listener*>(data);
                self.open_ = std::make_shared<tcp_listener*>(&self);
                self.descriptor_.emplace(self.home_.io().get_executor(), self.socket_);
                self.wait();
              },
              this});
}

void tcp_listener::close() noexcept {
  if (socket_ < 0) return;
  if (!home_.is_started() || home_.runs_here()) return close_here();
  struct request {
    tcp_listener& self;
    std::binary_semaphore done{0};
  } asked{*this};
  home_.post({[](void* data) {
                auto& it = *static_cast<request*>(data);
                it.self.close_here();
                it.done.release();
              },
              &asked});
  asked.done.acquire();
}

void tcp_listener::close_here() noexcept {
  open_.reset();
  if (descriptor_) {
    boost::system::error_code ignored;
    descriptor_->close(ignored);  // closes the socket, and ends the wait
  } else {
    ::close(socket_);
  }
  socket_ = -1;
  pause_.reset();
}

void tcp_listener::wait() {
  descriptor_->async_wait(descriptor::wait_read, [alive = std::weak_ptr(open_)](boost::system::error_code failed) {
    const auto self = alive.lock();
    if (self && !failed) (*self)->accept_all();
  });
}

void tcp_listener::accept_all() {
  for (int accepted = 0; accepted < 256; ++accepted) {  // then whoever is here already has a turn
    endpoint peer;
    const int socket = ::accept4(socket_, peer.raw(), &peer.size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket < 0) {
      const int why = errno;
      if (why == EAGAIN || why == EWOULDBLOCK) break;
      if (why == EMFILE || why == ENFILE || why == ENOBUFS || why == ENOMEM) return pause(why);
      if (why == EBADF || why == EINVAL || why == ENOTSOCK) {
        log_.error(sentence({"No more connections on ", authority_, ": its socket does not listen any more (",
                             std::strerror(why), "). Start the server anew."}));
        return;
      }
      continue;  // that peer gave up before it was accepted
    }
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const std::string address = peer.address();
    admit_({.socket = socket, .remote_address = address, .streams = wanted_.streams, .secure = wanted_.secure});
  }
  wait();
}

// Trying again at once would only burn the processor that could close what is open.
void tcp_listener::pause(int why) {
  const loop::clock::time_point now = loop::clock::now();
  if (last_complaint_ == loop::clock::time_point{} || now - last_complaint_ > std::chrono::seconds(10)) {
    last_complaint_ = now;
    log_.error(sentence({"New connections on ", authority_, " have to wait: ", std::strerror(why),
                         ". Allow the process more open files (ulimit -n), or set http.max_connections lower."}));
  }
  pause_.emplace(home_.io().get_executor());
  pause_->expires_after(std::chrono::milliseconds(100));
  pause_->async_wait([alive = std::weak_ptr(open_)](boost::system::error_code failed) {
    const auto self = alive.lock();
    if (self && !failed) (*self)->accept_all();
  });
}

}  // namespace tenon::http1
