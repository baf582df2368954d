// Reads settings from the environment and its arguments, as a program without a config file does.
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

#include "tenon/settings/read.hpp"
#include "tenon/word/restart.hpp"

namespace {

struct settings {
  tenon::restart<std::uint16_t> port = 8080;
  std::string address = "127.0.0.1";
};

}  // namespace

int main(int argc, char** argv) {
  std::vector<tenon::finding> findings;
  tenon::settings::sources sources({{"http"}});
  sources.add_environment(environ, findings);
  for (int i = 1; i < argc; ++i) sources.add_assignment(argv[i], findings);
  const auto value = tenon::settings::read<settings>("http", sources, findings);
  for (const tenon::finding& one : findings) std::puts(to_string(one).c_str());
  if (findings.empty()) std::printf("%s:%d\n", value.address.c_str(), int{value.port});
  return findings.empty() ? 0 : 1;
}
