// expect: malformed_interface: driver some of greeter is of greets: it is none. Give it static constexpr auto interface
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greets {};

#include "drives_greets.hpp"
