// expect: final_extension: notes is final, so nobody could tell a hook of a wrong signature or a private member from none at all. Remove final
#include "tenon/app.hpp"

struct notes final {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on_start(int) {}
  tenon::response on_get(int) { return tenon::response::text("here"); }
};

tenon::app<notes> composition;
