#include "servers/server.hpp"

#include <stdexcept>

#include "tenon/testing/free_port.hpp"

namespace bench {

namespace {

command start_of(const server& which, int port, seat cpu, const std::vector<std::string>& before) {
  if (!which.missing.empty()) throw std::runtime_error(which.missing);
  command how = which.start(port);
  how.words.insert(how.words.begin(), before.begin(), before.end());
  how.cpu = cpu;
  return how;
}

}  // namespace

running_server::running_server(const server& which, seat cpu, const std::vector<std::string>& before)
    : port_(tenon::testing::free_port()), process_(start_of(which, port_, cpu, before)) {
  if (!wait_for_answer(port_, which.path, std::chrono::seconds(30)))
    throw std::runtime_error("The server " + which.name + " does not answer " + which.path +
                             " with 200. It printed:\n" + process_.output());
}

}  // namespace bench
