#include "tenon/reflect/equal.hpp"

#include <map>
#include <string>
#include <string_view>

#include "tenon/reflect/search.hpp"

namespace tenon::reflect {

namespace {

bool equal_optionals(const optional_type& of, const void* one, const void* other) {
  const void *a = of.get(one), *b = of.get(other);
  return a == nullptr || b == nullptr ? a == b : equal(of.inner, a, b);
}

bool equal_lists(const list_type& of, const void* one, const void* other) {
  const std::size_t size = of.size(one);
  if (size != of.size(other)) return false;
  for (std::size_t i = 0; i < size; ++i)
    if (!equal(of.element, of.at(const_cast<void*>(one), i), of.at(const_cast<void*>(other), i))) return false;
  return true;
}

using members = std::map<std::string, const void*, std::less<>>;
members members_of(const map_type& of, const void* one) {
  members out;
  of.each(one, &out, [](void* context, std::string_view key, const void* value) {
    static_cast<members*>(context)->emplace(key, value);
  });
  return out;
}
bool equal_maps(const map_type& of, const void* one, const void* other) {
  const members mine = members_of(of, one), theirs = members_of(of, other);
  if (mine.size() != theirs.size()) return false;
  for (auto a = mine.begin(), b = theirs.begin(); a != mine.end(); ++a, ++b)
    if (a->first != b->first || !equal(of.element, a->second, b->second)) return false;
  return true;
}

template <class Same>
bool every_field(const aggregate_type& of, const void* one, const void* other, Same same) {
  void *mine[most_places], *theirs[most_places];
  of.places(const_cast<void*>(one), mine);
  of.places(const_cast<void*>(other), theirs);
  for (std::size_t i = 0; i < of.fields.size(); ++i)
    if (!same(of.fields[i], mine[i], theirs[i])) return false;
  return true;
}

template <class Table>
bool same_value(const type& of, const void* one, const void* other) {
  return as<Table>(of).get(one) == as<Table>(of).get(other);
}

}  // namespace

bool equal(const slot& place, const void* one, const void* other) {
  const type& of = *place.of;
  switch (of.is) {
    case kind::none:
      return false;
    case kind::boolean:
      return same_value<boolean_type>(of, one, other);
    case kind::whole:
      return same_value<whole_type>(of, one, other);
    case kind::natural:
      return same_value<natural_type>(of, one, other);
    case kind::real:
      return same_value<real_type>(of, one, other);
    case kind::text:
    case kind::view:
    case kind::raw:
      return same_value<text_type>(of, one, other);
    case kind::enumeration:
      return same_value<enumeration_type>(of, one, other);
    case kind::formed:
      return as<formed_type>(of).print(one) == as<formed_type>(of).print(other);
    case kind::optional:
      return equal_optionals(as<optional_type>(of), one, other);
    case kind::list:
      return equal_lists(as<list_type>(of), one, other);
    case kind::map:
      return equal_maps(as<map_type>(of), one, other);
    case kind::aggregate:
      return every_field(as<aggregate_type>(of), one, other, equal);
  }
  return false;
}

bool differ_in_restart(const slot& place, const void* one, const void* other) {
  if (place.of->is == kind::aggregate && !is_restart(place))
    return !every_field(as<aggregate_type>(*place.of), one, other, [](const slot& field, const void* a, const void* b) {
      return !differ_in_restart(field, a, b);
    });
  return holds(place, is_restart) && !equal(place, one, other);
}

}  // namespace tenon::reflect
