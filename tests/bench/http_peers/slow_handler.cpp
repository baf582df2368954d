// A program with a handler that blocks for a second, and another beside it.
// usage: slow_handler PORT
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "server.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/lifecycle/termination.hpp"

namespace {

struct bank {
  static constexpr auto manifest = tenon::manifest{.name = "bank", .version = "1.0.0"};
  using greet = tenon::get<"/hello">;
  using wait = tenon::get<"/slow", tenon::blocking>;
  using routes = tenon::routes<greet, wait>;

  tenon::response handle(greet, const tenon::request&) noexcept { return tenon::response::text("Hello, world!"); }
  tenon::response handle(wait, const tenon::request&) {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    return tenon::response::text("Good morning.");
  }
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  tenon::termination end;
  try {
    tenon::app<bank> app;
    if (!app.start()) return 1;
    tenon::http1::options given;
    given.port = std::atoi(arguments[1]);
    tenon::http1::server server(given);
    const auto listener = server.bind();
    server.open(app.door());
    listener->open();
    end.wait();
    listener->close();
    server.drain();
  } catch (const tenon::error& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
  }
}
