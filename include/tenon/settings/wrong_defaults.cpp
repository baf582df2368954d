#include "tenon/settings/wrong_defaults.hpp"

#include <fmt/compile.h>

#include <cstddef>
#include <string>
#include <utility>

#include "tenon/reflect/expectation.hpp"

namespace tenon::settings {

namespace {

using reflect::aggregate_type;
using reflect::as;
using reflect::formed_type;
using reflect::kind;
using reflect::list_type;
using reflect::map_type;
using reflect::natural_type;
using reflect::optional_type;
using reflect::real_type;
using reflect::slot;
using reflect::text_type;
using reflect::whole_type;

std::string default_in_words(const slot& place, const void* value) {
  if (place.wears->secret) return "a value that is not shown";
  switch (place.of->is) {
    case kind::whole:
      return std::to_string(as<whole_type>(*place.of).get(value));
    case kind::natural:
      return std::to_string(as<natural_type>(*place.of).get(value));
    case kind::real:
      return as<real_type>(*place.of).print(as<real_type>(*place.of).get(value));
    case kind::text:
      return reflect::quoted(place, as<text_type>(*place.of).get(value));
    case kind::formed:
      return as<formed_type>(*place.of).print(value).value_or("a value without a text");
    case kind::list:
      return fmt::format(FMT_COMPILE("a list of {}"), as<list_type>(*place.of).size(value));
    case kind::map:
      return fmt::format(FMT_COMPILE("an object of {}"), as<map_type>(*place.of).size(value));
    default:
      return "another value";
  }
}

struct look_at_defaults {
  std::string_view extension;
  std::vector<finding>& findings;

  void look(const slot& place, const void* value, const std::string& pointer) const {
    if (place.of->is == kind::optional) {
      const void* inner = as<optional_type>(*place.of).get(value);
      if (inner != nullptr) look(reflect::inner_of(place), inner, pointer);
      return;
    }
    if (!reflect::in_range(place, value)) {
      findings.push_back({"default", pointer,
                          fmt::format(FMT_COMPILE("expected {}, found {}. Set it, or change the default or the range "
                                                  "in the extension {}."),
                                      reflect::expected(place), default_in_words(place, value), extension)});
      return;
    }
    // The getters take what can be changed; nothing here does.
    void* whole = const_cast<void*>(value);
    if (place.of->is == kind::aggregate) {
      const auto& of = as<aggregate_type>(*place.of);
      void* places[reflect::most_places]{};
      of.places(whole, places);
      for (std::size_t i = 0; i < of.fields.size(); ++i)
        look(of.fields[i], places[i], (pointer + '/').append(of.fields[i].name));
    } else if (place.of->is == kind::list) {
      const auto& of = as<list_type>(*place.of);
      for (std::size_t i = 0; i < of.size(value); ++i)
        look(of.element, of.at(whole, i), (pointer + '/').append(std::to_string(i)));
    } else if (place.of->is == kind::map) {
      const auto& of = as<map_type>(*place.of);
      std::vector<std::pair<std::string, const void*>> entries;
      of.each(value, &entries, [](void* to, std::string_view key, const void* entry) {
        static_cast<std::vector<std::pair<std::string, const void*>>*>(to)->emplace_back(key, entry);
      });
      for (const auto& [key, entry] : entries) look(of.element, entry, (pointer + '/').append(key));
    }
  }
};

}  // namespace

std::vector<finding> wrong_defaults(std::string_view extension, const slot& place, const void* defaults) {
  std::vector<finding> findings;
  look_at_defaults{extension, findings}.look(place, defaults, std::string("/").append(extension));
  return findings;
}

}  // namespace tenon::settings
