// From what a client sends to the arguments of a method.
#pragma once

#include <optional>

#include "driver_call.hpp"
#include "refusal.hpp"
#include "tenon/call/driver_row.hpp"
#include "tenon/reflect/type.hpp"

namespace tenon_drivers {

// Sets what a call says: an object of named arguments, or, where the method has a default parameter, the value of that.
// Values become what their parameter is, as in the original: docs/drivers.md. Names that the method does not know are
// passed over. In test mode the argument of that name, if there is one, is true.
// The first argument that does not fit, in the order of the method; none: all do.
[[nodiscard]] std::optional<api_error> read_arguments(const wanted_call& call, const call_names& of,
                                                      const tenon::call::method_row& method, void* arguments);

}  // namespace tenon_drivers
