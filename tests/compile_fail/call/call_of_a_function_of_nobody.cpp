// expect in body: unknown_function: notes calls halo::helloWorld, and nobody in this composition is called halo. Correct the name
#include "tenon/app.hpp"
#include "hello.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"hello"}}};
  void on_start(auto& ctx) { said = ctx.call("halo::helloWorld"_fn) + "!"; }
  std::string said;
};

tenon::app<notes, hello> composition;
