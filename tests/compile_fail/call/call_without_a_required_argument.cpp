// expect in body: arguments_not_taken: notes calls add with arguments that it does not take, or without one that it has to be given. Its arguments are, in this order, {.a, .b}.
#include "tenon/app.hpp"
#include "hello.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"hello"}}};
  void on_start(auto& ctx) { said = std::to_string(ctx.call("add"_fn) + 1); }
  std::string said;
};

tenon::app<notes, hello> composition;
