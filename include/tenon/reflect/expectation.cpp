#include "tenon/reflect/expectation.hpp"

#include <fmt/compile.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "tenon/word/nearest.hpp"

namespace tenon::reflect {

namespace {

// Ends of ranges of whole numbers; the ends of 64 bits are not doubles, the ones next to them will do.
std::string plain(double number) {
  if (number >= 18446744073709551615.0) return "18446744073709551615";
  if (number >= 9223372036854775807.0) return "9223372036854775807";
  return std::to_string(static_cast<std::int64_t>(number));
}

struct range {
  bool low = false, high = false;
  double least = 0, most = 0;
};

// A small integer's own limits count, because people run into them.
range range_of(const slot& place, bool all_limits = false) {
  const facts& told = place.wears->told;
  range found{told.min.set, told.max.set, told.min.value, told.max.value};
  if (place.of->is == kind::whole) {
    const auto& whole = as<whole_type>(*place.of);
    if (all_limits || whole.highest <= std::numeric_limits<std::int16_t>::max()) {
      if (!found.low) found.low = true, found.least = static_cast<double>(whole.lowest);
      if (!found.high) found.high = true, found.most = static_cast<double>(whole.highest);
    }
  } else if (place.of->is == kind::natural) {
    const auto& natural = as<natural_type>(*place.of);
    if (!found.low) found.low = true, found.least = 0;
    if (!found.high && (all_limits || natural.highest <= std::numeric_limits<std::uint16_t>::max()))
      found.high = true, found.most = static_cast<double>(natural.highest);
  }
  return found;
}

std::string bound_text(const type& of, double value) {
  if (of.is == kind::formed && as<formed_type>(of).print_magnitude != nullptr)
    return as<formed_type>(of).print_magnitude(value);
  if (of.is == kind::real) return as<real_type>(of).print(value);
  return plain(value);
}

std::string ranged(std::string_view what, const slot& place, bool all_limits = false) {
  const range limits = range_of(place, all_limits);
  const std::string_view unit = place.wears->told.unit.view();
  std::string text(what);
  if (limits.low && limits.high)
    text += fmt::format(FMT_COMPILE(" between {} and {}"), bound_text(*place.of, limits.least),
                        bound_text(*place.of, limits.most));
  else if (limits.low)
    text += fmt::format(FMT_COMPILE(" of at least {}"), bound_text(*place.of, limits.least));
  else if (limits.high)
    text += fmt::format(FMT_COMPILE(" of at most {}"), bound_text(*place.of, limits.most));
  if (!unit.empty()) text += fmt::format(FMT_COMPILE(" ({})"), unit);
  return text;
}

// The length of a text, list or map is what its range is about.
std::string sized(std::string_view what, std::string_view parts, const slot& place) {
  const range limits = range_of(place);
  if (limits.low && limits.high)
    return fmt::format(FMT_COMPILE("{} of {} to {} {}"), what, plain(limits.least), plain(limits.most), parts);
  if (limits.low) return fmt::format(FMT_COMPILE("{} of at least {} {}"), what, plain(limits.least), parts);
  if (limits.high) return fmt::format(FMT_COMPILE("{} of at most {} {}"), what, plain(limits.most), parts);
  return std::string(what);
}

std::string alternatives(const enumeration_type& of) {
  std::string text = of.values.size() > 1 ? "one of " : "";
  for (std::size_t i = 0; i < of.values.size(); ++i) {
    if (i != 0) text += i + 1 == of.values.size() ? " and " : ", ";
    text.append("\"").append(of.values[i].name).append("\"");
  }
  return text;
}

double magnitude(const slot& place, const void* value, bool& none) {
  switch (place.of->is) {
    case kind::whole:
      return static_cast<double>(as<whole_type>(*place.of).get(value));
    case kind::natural:
      return static_cast<double>(as<natural_type>(*place.of).get(value));
    case kind::real:
      return as<real_type>(*place.of).get(value);
    case kind::text:
      return static_cast<double>(as<text_type>(*place.of).get(value).size());
    case kind::list:
      return static_cast<double>(as<list_type>(*place.of).size(value));
    case kind::map:
      return static_cast<double>(as<map_type>(*place.of).size(value));
    case kind::formed:
      if (as<formed_type>(*place.of).magnitude != nullptr) return as<formed_type>(*place.of).magnitude(value);
      break;
    default:
      break;
  }
  none = true;
  return 0;
}

// The ends of the range, where there is one: an example for all could stand outside of it.
std::string formed_example(const slot& place) {
  const facts& told = place.wears->told;
  const auto& of = as<formed_type>(*place.of);
  if (of.print_magnitude == nullptr || (!told.min.set && !told.max.set)) return std::string(of.example);
  std::string text;
  if (told.min.set) text = of.print_magnitude(told.min.value);
  if (told.max.set && (!told.min.set || told.min.value != told.max.value))
    text.append(text.empty() ? "" : " or ").append(of.print_magnitude(told.max.value));
  return text;
}

// What is no text at all counts as an empty one.
std::string cure_of_length(const range& limits, std::size_t bytes) {
  const auto size = static_cast<double>(bytes);
  const auto with = [](std::string_view words, double number) {
    return fmt::format(FMT_COMPILE("{} {} {}."), words, plain(number), number == 1 ? "byte" : "bytes");
  };
  if (limits.high && size > limits.most) return with("Shorten it by", size - limits.most);
  if (limits.low && size < limits.least) return with("Write at least", limits.least);
  return "Write a text.";
}

std::string example(const slot& place, const void* now) {
  if (now == nullptr || place.wears->secret || !in_range(place, now)) return {};
  switch (place.of->is) {
    case kind::whole:
      return std::to_string(as<whole_type>(*place.of).get(now));
    case kind::natural:
      return std::to_string(as<natural_type>(*place.of).get(now));
    case kind::real:
      return as<real_type>(*place.of).print(as<real_type>(*place.of).get(now));
    default:
      return {};
  }
}

}  // namespace

std::string expected(const slot& place, bool all_limits) {
  switch (place.of->is) {
    case kind::boolean:
      return "true or false";
    case kind::whole:
    case kind::natural:
      return ranged("a whole number", place, all_limits);
    case kind::real:
      return ranged("a number", place);
    case kind::text:
    case kind::view:
      return sized("a text", "bytes", place);
    case kind::enumeration:
      return alternatives(as<enumeration_type>(*place.of));
    case kind::formed:
      return ranged(as<formed_type>(*place.of).expected, place);
    case kind::raw:
      return "a JSON value";
    case kind::optional:
      return expected(inner_of(place), all_limits) + " or null";
    case kind::list:
      return sized("a list", "values", place);
    case kind::map:
    case kind::aggregate:
      return sized("an object", "entries", place);
    case kind::none:
      break;
  }
  return "nothing";
}

std::string cure(const slot& place, const void* now, std::string_view found) {
  switch (place.of->is) {
    case kind::boolean:
      return "Write true or false.";
    case kind::whole:
    case kind::natural:
    case kind::real: {
      const std::string number = example(place, now);
      return number.empty() ? "Write a number." : fmt::format(FMT_COMPILE("Write a number, e.g. {}."), number);
    }
    case kind::enumeration: {
      std::vector<std::string_view> names;
      for (const enumerator& one : as<enumeration_type>(*place.of).values) names.push_back(one.name);
      const std::string_view meant = nearest(found, names);
      return meant.empty() ? "Write one of these names." : fmt::format(FMT_COMPILE("Did you mean \"{}\"?"), meant);
    }
    case kind::formed:
      return fmt::format(FMT_COMPILE("Write e.g. {}."), formed_example(place));
    case kind::optional:
      return cure(inner_of(place), nullptr, found);
    case kind::text:
      return place.wears->secret ? "Write a text." : cure_of_length(range_of(place), found.size());
    case kind::list:
      return "Write it in brackets, e.g. [].";
    case kind::map:
    case kind::aggregate:
      return "Write it in braces, e.g. {}.";
    default:
      return {};
  }
}

bool in_range(const slot& place, const void* value) {
  const facts& told = place.wears->told;
  if (!told.min.set && !told.max.set) return true;
  if (place.of->is == kind::optional) {
    const void* inner = as<optional_type>(*place.of).get(value);
    return inner == nullptr || in_range(inner_of(place), inner);
  }
  bool none = false;
  const double number = magnitude(place, value, none);
  return none || ((!told.min.set || number >= told.min.value) && (!told.max.set || number <= told.max.value));
}

std::string complaint(const slot& place, const void* now, std::string_view found, std::string_view meant,
                      bool all_limits) {
  std::string text = fmt::format(FMT_COMPILE("expected {}, found {}."), expected(place, all_limits), found);
  if (const std::string what_to_do = cure(place, now, meant); !what_to_do.empty()) text.append(" ").append(what_to_do);
  return text;
}

std::string quoted(const slot& place, std::string_view text) {
  constexpr std::size_t most = 60;
  if (place.wears->secret) return "a text that is not shown";
  std::string shown(text.substr(0, most));
  // A character of several bytes is not cut in two.
  while (text.size() > most && !shown.empty() && (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U)
    shown.pop_back();
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return text.size() > most ? fmt::format(FMT_COMPILE("\"{}...\""), shown) : fmt::format(FMT_COMPILE("\"{}\""), shown);
}

}  // namespace tenon::reflect
