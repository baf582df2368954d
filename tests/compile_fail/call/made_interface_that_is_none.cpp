// expect: malformed_interface: nobody is made an interface of drivers: it is none
#include "tenon/app.hpp"
#include "tenon/call/create_drivers.hpp"

#include "greeting.hpp"

struct nobody {};

void make(tenon::core::create_interfaces& event) { event.create<nobody>(); }
