// expect in body: call_too_early: notes calls helloWorld in on_preinit, before anybody has started. Call it in on_start
#include "tenon/app.hpp"
#include "hello.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"hello"}}};
  void on_preinit(auto& ctx) { said = ctx.call("helloWorld"_fn, {.subject = "Dave"}) + "!"; }
  std::string said;
};

tenon::app<notes, hello> composition;
