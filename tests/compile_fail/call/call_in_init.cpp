// expect in body: call_too_early: notes calls helloWorld in on_init, before anybody has started. Call it in on_start
#include "tenon/app.hpp"
#include "hello.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"hello"}}};
  void on_init(auto& ctx) { said = ctx.call("helloWorld"_fn) + "!"; }
  std::string said;
};

tenon::app<notes, hello> composition;
