// expect in body: function_without_need: notes calls helloWorld of hello, which is not among its needs, so it could be missing or late. Add {`hello`}
#include "tenon/app.hpp"
#include "hello.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on_start(auto& ctx) { said = ctx.call("helloWorld"_fn, {.subject = "Dave"}) + "!"; }
  std::string said;
};

tenon::app<notes, hello> composition;
