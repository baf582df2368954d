// The HTTP door of tenon, entered without an app: what a composed route costs beyond it is what the framework costs.
// usage: hand_door PORT
#include <cstdio>
#include <cstdlib>

#include "server.hpp"
#include "tenon/lifecycle/termination.hpp"
#include "tenon/word/error.hpp"

namespace {

bool handle(void*, tenon::exchange& one) {
  const bool known = one.request.path == "/hello" && one.request.method == tenon::method::get;
  one.response = known ? tenon::response::text("Hello, world!") : tenon::response::text("There is nothing here.", 404);
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  tenon::termination end;
  try {
    tenon::http1::options given;
    given.port = std::atoi(arguments[1]);
    tenon::http1::server server(given);
    const auto listener = server.bind();
    server.open({nullptr, &handle});
    listener->open();
    end.wait();
    listener->close();
    server.drain();
  } catch (const tenon::error& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
  }
}
