// The smallest program: a door and a route. `hello 9000` serves on port 9000, without a word on 8080.
#include <cstdlib>
#include <tenon/composition.hpp>
#include <tenon/run.hpp>

int main(int argc, char** argv) {
  tenon::composition::settings_type settings;
  if (argc > 1) settings.of<http>().port = std::atoi(argv[1]);
  return tenon::run<tenon::composition>({}, settings);
}
