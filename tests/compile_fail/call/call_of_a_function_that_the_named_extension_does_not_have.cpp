// expect in body: unknown_function: notes calls hello::sum, and hello has no such function. Correct the name
#include "tenon/app.hpp"
#include "hello.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"hello"}}};
  void on_start(auto& ctx) { said = ctx.call("hello::sum"_fn, {.a = 1}) + "!"; }
  std::string said;
};

tenon::app<notes, hello> composition;
