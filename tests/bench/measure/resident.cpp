#include "measure/resident.hpp"

#include <charconv>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace bench {

double read_resident(std::string_view status) {
  constexpr std::string_view label = "VmRSS:";
  const std::size_t at = status.find(label);
  const std::size_t digits = at == status.npos ? at : status.find_first_not_of(" \t", at + label.size());
  double kilobytes = 0;
  if (digits == status.npos ||
      std::from_chars(status.data() + digits, status.data() + status.size(), kilobytes).ec != std::errc())
    throw std::runtime_error("The system tells no resident memory (VmRSS) of the process.");
  return kilobytes * 1024;
}

double idle_resident(const server& of) {
  running_server server(of);
  std::ifstream file("/proc/" + std::to_string(server.process().id()) + "/status");
  return read_resident(std::string(std::istreambuf_iterator<char>(file), {}));
}

}  // namespace bench
