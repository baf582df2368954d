// A program that answers requests, as far as the measurements need to know it.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "measure/http_client.hpp"
#include "measure/process.hpp"

namespace bench {

struct server {
  std::string name;
  std::string program;  // in PATH, or a file
  std::string path;     // is answered with 200
  std::function<command(int port)> start{};
  std::string missing{};  // why it cannot be started; empty: it can
};

// One that listens and has answered.
class running_server {
 public:
  // `before`: what runs the program in place of the system, with its own arguments. Throws std::runtime_error, with
  // what the program printed, if it does not answer in time.
  explicit running_server(const server& which, seat cpu = seat::server, const std::vector<std::string>& before = {});

  [[nodiscard]] int port() const noexcept { return port_; }
  [[nodiscard]] bench::process& process() noexcept { return process_; }

 private:
  int port_;
  bench::process process_;
};

}  // namespace bench
