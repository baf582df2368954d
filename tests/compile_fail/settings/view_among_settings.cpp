// expect: unreadable_type: settings.greeting is a view and would point into a text that is gone: use std::string
#include "tenon/settings/read.hpp"

struct settings {
  const char* greeting = "Hello";
};

tenon::settings::sources sources({});
std::vector<tenon::finding> findings;
settings value = tenon::settings::read<settings>("greeter", sources, findings);
