#include "tenon/settings/set_text.hpp"

#include <fmt/compile.h>

#include <algorithm>
#include <charconv>

#include "tenon/json/scan.hpp"
#include "tenon/reflect/assign.hpp"
#include "tenon/reflect/expectation.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::settings {

namespace {

using namespace reflect;

template <class Number>
bool whole_text(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

outcome put(const slot& place, void* to, std::string_view text) {
  switch (place.of->is) {
    case kind::boolean:
      return text == "true" || text == "false" ? put_boolean(place, to, text == "true") : outcome::unlike;
    case kind::whole:
    case kind::natural: {
      std::int64_t number = 0;
      std::uint64_t large = 0;
      if (whole_text(text, number)) return put_whole(place, to, number);
      if (whole_text(text, large)) return put_natural(place, to, large);
      return !text.empty() && text.find_first_not_of("0123456789", text[0] == '-') == std::string_view::npos &&
                     text != "-"
                 ? outcome::beyond_type
                 : outcome::unlike;
    }
    case kind::real: {
      double number = 0;
      return as<real_type>(*place.of).parse(text, number) ? put_real(place, to, number) : outcome::unlike;
    }
    default:
      return put_text(place, to, text);
  }
}

std::string key_of(std::string_view field) {
  if (field.ends_with('_')) field.remove_suffix(1);
  return std::string(field);
}

std::string no_such_key(std::string_view key, const std::vector<std::string>& known) {
  const std::string_view meant = nearest(key, known);
  if (!meant.empty()) return fmt::format(FMT_COMPILE("there is no such key. Did you mean \"{}\"?"), meant);
  std::string all;
  for (const std::string& one : known) all.append(all.empty() ? "\"" : ", \"").append(one).append("\"");
  return all.empty() ? "there is no such key, nor any other. Remove it."
                     : fmt::format(FMT_COMPILE("there is no such key. The keys are {}."), all);
}

std::string no_part(std::string_view key, const slot& place) {
  return fmt::format(FMT_COMPILE("there is no \"{}\" in it: this is {}. Set it as a whole."), key, expected(place));
}

class setter {
 public:
  setter(text_setting& what, std::vector<finding>& findings, std::vector<std::string>& changed)
      : what_(what), findings_(findings), changed_(changed) {}

  void go(const slot& place, void* to, std::size_t step) {
    if (place.of->is == kind::optional) return optional(place, to, step);
    if (step == what_.path.size()) return value(place, to);
    const std::string& key = what_.path[step];
    if (place.of->is == kind::aggregate) return field(as<aggregate_type>(*place.of), to, step);
    if (place.of->is == kind::map) {
      const auto& of = as<map_type>(*place.of);
      std::string lower = key;
      if (what_.capitals)
        for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      what_.pointer.append("/").append(lower);
      return go(of.element, of.put(to, lower), step + 1);
    }
    say(no_part(key, place));
  }

 private:
  void say(std::string message) { findings_.push_back({std::string(what_.source), what_.pointer, std::move(message)}); }

  void field(const aggregate_type& of, void* to, std::size_t step) {
    const std::string& key = what_.path[step];
    void* places[most_places];
    of.places(to, places);
    std::vector<std::string> known;
    for (std::size_t i = 0; i < of.fields.size(); ++i) {
      const std::string name = key_of(of.fields[i].name);
      known.push_back(what_.capitals ? in_capitals(name) : name);
      if (known.back() != key) continue;
      what_.pointer.append("/").append(name);
      return go(of.fields[i], places[i], step + 1);
    }
    what_.pointer.append("/").append(key);
    say(no_such_key(key, known));
  }

  void optional(const slot& place, void* to, std::size_t step) {
    const auto& of = as<optional_type>(*place.of);
    const slot inner = inner_of(place);
    if (step == what_.path.size() && what_.text == "null" && inner.of->is != kind::text) {
      of.clear(to);
      return changed_.push_back(what_.pointer);
    }
    const bool was_empty = of.get(to) == nullptr;
    const std::size_t before = findings_.size();
    go(inner, was_empty ? of.fill(to) : const_cast<void*>(of.get(to)), step);
    if (was_empty && findings_.size() != before) of.clear(to);
  }

  void value(const slot& place, void* to) {
    switch (place.of->is) {
      case kind::list:
      case kind::map:
      case kind::aggregate:
      case kind::raw:
        if (what_.json != nullptr)
          return what_.json(place, to, what_.text, what_.pointer, what_.source, findings_, changed_);
        return say(fmt::format(
            FMT_COMPILE("this is {}, which takes JSON, and this program reads none. {}"), expected(place),
            place.of->is == kind::aggregate || place.of->is == kind::map ? "Set the values in it one by one."
                                                                         : "It cannot be set from here."));
      default:
        break;
    }
    const outcome result = put(place, to, what_.text);
    if (result == outcome::set) return changed_.push_back(what_.pointer);
    say(complaint(place, to, quoted(place, what_.text), what_.text, result == outcome::beyond_type));
  }

  text_setting& what_;
  std::vector<finding>& findings_;
  std::vector<std::string>& changed_;
};

}  // namespace

void set_text(text_setting what, const slot& place, void* to, std::vector<finding>& findings,
              std::vector<std::string>& changed) {
  setter(what, findings, changed).go(place, to, 0);
}

std::optional<finding> unknown_key(std::span<const std::string> path, const slot& place, std::string_view source) {
  const auto say = [&](std::string pointer, std::string message) {
    return finding{std::string(source), std::move(pointer), std::move(message)};
  };
  slot at = place;
  std::string pointer;
  for (const std::string& key : path) {
    while (at.of->is == kind::optional) at = inner_of(at);
    if (at.of->is == kind::raw) return std::nullopt;
    const std::string before = pointer;
    json::append_step(pointer, key);
    if (at.of->is == kind::map) {
      at = as<map_type>(*at.of).element;
      continue;
    }
    if (at.of->is != kind::aggregate) return say(before, no_part(key, at));
    const auto& fields = as<aggregate_type>(*at.of).fields;
    std::vector<std::string> known;
    for (const named_slot& one : fields) known.push_back(key_of(one.name));
    const auto found = std::ranges::find(known, key);
    if (found == known.end()) return say(pointer, no_such_key(key, known));
    at = fields[static_cast<std::size_t>(found - known.begin())];
  }
  return std::nullopt;
}

std::string in_capitals(std::string_view name) {
  std::string capitals(name);
  for (char& c : capitals) c = c == '-' || c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return capitals;
}

}  // namespace tenon::settings
