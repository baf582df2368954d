// expect: settings_not_an_aggregate: notes has settings with a member that is a reference, or a constant without a value, so nobody can fill it in. Make it a value of its own, without & and const
#include "tenon/app.hpp"

inline const std::string untitled = "Untitled";
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  struct settings {
    const std::string& title = untitled;
  };
};

tenon::app<notes> composition;
