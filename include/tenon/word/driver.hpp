// Drivers: who does what an interface says, each by a name.
#pragma once

#include <cstdint>
#include <string_view>

#include "tenon/word/field.hpp"
#include "tenon/word/fixed_string.hpp"

namespace tenon {

// Who may call a driver from outside, beside administrators, who may call all.
enum class granted : std::uint8_t {
  nobody,
  users,     // people who have signed in
  everyone,  // and holders of API keys
};

struct driver_options {
  field_text doc{};
  granted to = granted::nobody;
  // So many calls of a method by one caller, in so many seconds; 0: as many as come. The rest are refused.
  unsigned most_calls = 0, within_seconds = 60;
};

// Named once, and used as a type wherever the driver is meant:
//   using no_frills = tenon::driver<"no-frills", hello_world, {.to = tenon::granted::everyone}>;
// A name is written like that of an interface. Each interface has one driver of a name.
template <fixed_string Name, class Interface, driver_options Options = driver_options{}>
struct driver {
  using interface_type = Interface;
  static constexpr std::string_view name = Name.view();
  static constexpr driver_options options = Options;
};

// What an extension drives: `using drivers = tenon::drivers<no_frills>;`, and for each method of its interface a member
// `std::string call(no_frills, const hello_world::greet& arguments)`. `const tenon::actor& who` may stand behind, to
// know on whose behalf it is done, and `auto& ctx` behind that.
template <class... Drivers>
struct drivers {};

}  // namespace tenon
