// One connection over which the same request is sent again and again. It only has to find the end of an answer; what is
// in it but the status concerns nobody here.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace bench {

class http_client {
 public:
  // Not connected when the server does not listen, or not yet.
  explicit http_client(int port);
  ~http_client();
  http_client(const http_client&) = delete;
  http_client& operator=(const http_client&) = delete;

  [[nodiscard]] bool connected() const noexcept { return socket_ >= 0; }
  // Sends `batch` requests in one piece, reads as many answers, and pauses; `count` requests in all. False: an answer
  // was not a 200, or the server is gone, or has not answered for 20 seconds.
  bool ask(std::string_view request, std::size_t count = 1, std::size_t batch = 1,
           std::chrono::microseconds pause = {});

 private:
  bool read_answers(std::size_t count);

  int socket_ = -1;
  std::string in_;
};

// For that long, and no shorter.
void sleep_for(std::chrono::microseconds time);

// Until the server answers that path with 200. False: it did not in time.
bool wait_for_answer(int port, std::string_view path, std::chrono::milliseconds patience);

}  // namespace bench
