#include "put_file.hpp"

#include <charconv>
#include <cstddef>
#include <string_view>

#include "tenon/json/key.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/word/file.hpp"

namespace tenon_drivers {

using namespace tenon::reflect;

namespace {

bool put_in_list(const slot& place, void* to, std::span<const std::string> where, const sent_file& file) {
  const auto& of = as<list_type>(*place.of);
  const std::string& text = where.front();
  std::size_t index = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), index);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || index >= of.size(to)) return false;
  return put_file(of.element, of.at(to, index), where.subspan(1), file);
}

bool put_in_aggregate(const slot& place, void* to, std::span<const std::string> where, const sent_file& file) {
  const auto& of = as<aggregate_type>(*place.of);
  void* places[most_places]{};
  of.places(to, places);
  for (std::size_t i = 0; i < of.fields.size(); ++i)
    if (tenon::json::spells(of.fields[i].name, tenon::json::keys::camel, where.front()))
      return put_file(of.fields[i], places[i], where.subspan(1), file);
  return true;  // nobody asks for it
}

}  // namespace

bool put_file(const slot& place, void* to, std::span<const std::string> where, const sent_file& file) {
  if (place.of->is == kind::optional) {
    const auto& of = as<optional_type>(*place.of);
    void* const inner = of.get(to) == nullptr ? of.fill(to) : const_cast<void*>(of.get(to));
    return put_file(inner_of(place), inner, where, file);
  }
  if (where.empty()) {
    if (place.of != described<tenon::file>.of) return false;
    *static_cast<tenon::file*>(to) = {file.name, file.type, std::string(file.bytes)};
    return true;
  }
  switch (place.of->is) {
    case kind::list:
      return put_in_list(place, to, where, file);
    case kind::map: {
      const auto& of = as<map_type>(*place.of);
      return put_file(of.element, of.put(to, where.front()), where.subspan(1), file);
    }
    case kind::aggregate:
      return put_in_aggregate(place, to, where, file);
    default:
      return false;
  }
}

}  // namespace tenon_drivers
