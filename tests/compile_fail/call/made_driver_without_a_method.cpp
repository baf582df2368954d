// expect: driver_without_method: curt is made a driver of hello-world and does not do leave. Give it a public member call(const greeting::leave&)
#include "tenon/app.hpp"
#include "tenon/call/create_drivers.hpp"

#include "greeting.hpp"

struct curt {
  std::string call(const greeting::greet& arguments) { return arguments.subject; }
};

void make(tenon::core::create_drivers& event) { event.create<greeting>("curt", curt{}); }
