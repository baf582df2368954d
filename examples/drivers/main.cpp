// One extension calls the driver of another. The program ends when that is done.
#include <tenon/composition.hpp>
#include <tenon/lifecycle/console_log.hpp>

int main() {
  tenon::composition app({.log_sink = tenon::console_log});
  return app.start() ? 0 : 1;
}
