// The HTTP door of tenon, entered without an app: what a composed route costs beyond it is what the framework costs.
// usage: hand_door PORT
#include "serve.hpp"

namespace {

bool handle(void*, tenon::exchange& one) {
  const bool known = one.request.path == "/hello" && one.request.method == tenon::method::get;
  one.response = known ? tenon::response::text("Hello, world!") : tenon::response::text("There is nothing here.", 404);
  return true;
}

}  // namespace

int main(int count, char** arguments) { return count == 2 ? serve(arguments[1], {nullptr, &handle}) : 2; }
