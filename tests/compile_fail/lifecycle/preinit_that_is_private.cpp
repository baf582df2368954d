// expect: hook_not_callable: notes has a member on_preinit that the app cannot call as a hook. Make it public
#include "tenon/app.hpp"

class notes {
 public:
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};

 private:
  void on_preinit() {}
};

tenon::app<notes> composition;
