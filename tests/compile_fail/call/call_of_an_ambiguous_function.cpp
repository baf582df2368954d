// expect in body: ambiguous_function: notes calls helloWorld, and several extensions have such a function: hello::helloWorld moody::helloWorld. Write one of these names.
#include "tenon/app.hpp"
#include "hello.hpp"

struct moody : hello {
  static constexpr auto manifest = tenon::manifest{.name = "moody", .version = "1.0.0"};
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"hello"}}};
  void on_start(auto& ctx) { said = ctx.call("helloWorld"_fn, {.subject = "Dave"}) + "!"; }
  std::string said;
};

tenon::app<notes, hello, moody> composition;
