// The smallest program: a door and a route. `hello 9000` serves on port 9000, without a word on 8080.
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <tenon/composition.hpp>
#include <tenon/run.hpp>

int main(int argc, char** argv) {
  const std::string_view word = argc > 1 ? argv[1] : "8080";
  std::uint16_t port = 0;
  const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), port);
  if (argc > 2 || problem != std::errc() || end != word.data() + word.size()) {
    std::fputs("usage: hello [PORT]\n", stderr);
    return 2;
  }
  tenon::composition::settings_type settings;
  settings.of<http>().port = port;
  return tenon::run<tenon::composition>({}, settings);
}
