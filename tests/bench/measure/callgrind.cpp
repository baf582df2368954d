#include "measure/callgrind.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "measure/callgrind_profile.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace bench {

namespace {

constexpr std::chrono::microseconds pause(300);  // several times what a request takes under valgrind

callgrind_profile profile_of(const server& which, request_shape shape, std::size_t requests) {
  const tenon::testing::scratch_folder folder;
  const std::string file = folder.path("profile");
  running_server server(which, seat::any, {"valgrind", "--tool=callgrind", "--quiet", "--callgrind-out-file=" + file});
  http_client client(server.port());
  if (!client.connected() ||
      !client.ask(request_text(shape, which.path, server.port()), requests, batch_of(shape), pause))
    throw std::runtime_error("The server " + which.name + " stopped answering while its instructions were counted.");
  server.process().end();
  std::ifstream in(file);
  return read_callgrind_profile(std::string(std::istreambuf_iterator<char>(in), {}));
}

}  // namespace

request_cost count_cost(const server& of, request_shape shape) {
  constexpr std::size_t few = 320, many = 1920;
  const callgrind_profile first = profile_of(of, shape, few), second = profile_of(of, shape, many);
  constexpr auto between = static_cast<double>(many - few);
  return {(second.instructions - first.instructions) / between, (second.allocations - first.allocations) / between,
          second.allocations > 0};
}

}  // namespace bench
