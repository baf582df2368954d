// expect in body: arguments_not_taken: notes calls helloWorld with arguments that it does not take, or without one that it has to be given. Its arguments are, in this order, {.subject}.
#include "tenon/app.hpp"
#include "hello.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"hello"}}};
  void on_start(auto& ctx) { said = ctx.call("helloWorld"_fn, {.object = "Dave"}) + "!"; }
  std::string said;
};

tenon::app<notes, hello> composition;
