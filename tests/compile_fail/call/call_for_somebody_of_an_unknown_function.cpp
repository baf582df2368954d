// expect in body: unknown_function: notes calls helloWord, and nobody in this composition has such a function; the nearest is helloWorld. Correct the name
#include "tenon/app.hpp"
#include "hello.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"hello"}}};
  void on_start(auto& ctx) { said = ctx.call_as(&who, "helloWord"_fn, {.subject = "Dave"}) + "!"; }
  tenon::passport who{};
  std::string said;
};

tenon::app<notes, hello> composition;
