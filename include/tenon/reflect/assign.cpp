#include "tenon/reflect/assign.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "tenon/reflect/expectation.hpp"

namespace tenon::reflect {

namespace {

// Tables of numbers differ in one type alone.
template <class Table, class Number>
outcome put_number(const slot& place, void* to, Number value) {
  const Table& of = as<Table>(*place.of);
  const auto old = of.get(to);
  of.set(to, value);
  if (in_range(place, to)) return outcome::set;
  of.set(to, old);
  return outcome::out_of_range;
}

}  // namespace

outcome put_boolean(const slot& place, void* to, bool value) {
  if (place.of->is != kind::boolean) return outcome::unlike;
  as<boolean_type>(*place.of).set(to, value);
  return outcome::set;
}

outcome put_whole(const slot& place, void* to, std::int64_t value) {
  if (place.of->is == kind::real) return put_real(place, to, static_cast<double>(value));
  if (place.of->is == kind::natural)
    return value < 0 ? outcome::beyond_type : put_natural(place, to, static_cast<std::uint64_t>(value));
  if (place.of->is != kind::whole) return outcome::unlike;
  const auto& of = as<whole_type>(*place.of);
  if (value < of.lowest || value > of.highest) return outcome::beyond_type;
  return put_number<whole_type>(place, to, value);
}

outcome put_natural(const slot& place, void* to, std::uint64_t value) {
  if (place.of->is == kind::real) return put_real(place, to, static_cast<double>(value));
  if (place.of->is == kind::whole)
    return std::in_range<std::int64_t>(value) ? put_whole(place, to, static_cast<std::int64_t>(value))
                                              : outcome::beyond_type;
  if (place.of->is != kind::natural) return outcome::unlike;
  if (value > as<natural_type>(*place.of).highest) return outcome::beyond_type;
  return put_number<natural_type>(place, to, value);
}

outcome put_real(const slot& place, void* to, double value) {
  if (place.of->is == kind::real)
    return std::fabs(value) <= as<real_type>(*place.of).highest ? put_number<real_type>(place, to, value)
                                                                : outcome::beyond_type;
  if (place.of->is != kind::whole && place.of->is != kind::natural) return outcome::unlike;
  // 8e3 is a whole number. The ends of 64 bits are not doubles, so the comparison is with the next ones inside.
  if (std::trunc(value) != value) return outcome::unlike;
  if (value >= -9223372036854775808.0 && value <= 9223372036854774784.0)
    return put_whole(place, to, static_cast<std::int64_t>(value));
  if (value > 0 && value <= 18446744073709549568.0) return put_natural(place, to, static_cast<std::uint64_t>(value));
  return outcome::beyond_type;
}

outcome put_text(const slot& place, void* to, std::string_view value) {
  switch (place.of->is) {
    case kind::text: {
      const auto& of = as<text_type>(*place.of);
      std::string old(of.get(to));
      of.set(to, value);
      if (in_range(place, to)) return outcome::set;
      of.set(to, old);
      return outcome::out_of_range;
    }
    case kind::enumeration:
      for (const enumerator& one : as<enumeration_type>(*place.of).values) {
        if (one.name != value) continue;
        as<enumeration_type>(*place.of).set(to, one.value);
        return outcome::set;
      }
      return outcome::unlike;
    case kind::formed: {
      const auto& of = as<formed_type>(*place.of);
      struct judge {
        const slot& place;
        bool fits = false;
      } state{place};
      const bool is_one = of.parse(
          to, value,
          [](void* context, const void* read) {
            auto& [slot, fits] = *static_cast<judge*>(context);
            return fits = in_range(slot, read);
          },
          &state);
      if (!is_one) return outcome::unlike;
      return state.fits ? outcome::set : outcome::out_of_range;
    }
    default:
      return outcome::unlike;
  }
}

}  // namespace tenon::reflect
