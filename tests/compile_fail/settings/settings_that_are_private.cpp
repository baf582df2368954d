// expect: settings_not_an_aggregate: notes has a member type settings that is private
#include "tenon/app.hpp"

class notes {
 public:
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};

 private:
  struct settings {
    int port = 8080;
  };
};

tenon::app<notes> composition;
