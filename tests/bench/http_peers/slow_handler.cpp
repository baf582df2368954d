// A program with a handler that blocks for a second, and another beside it.
// usage: slow_handler PORT
#include <chrono>
#include <thread>

#include "serve.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"

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
  tenon::app<bank> app;
  return app.start() ? serve(arguments[1], app.door()) : 1;
}
