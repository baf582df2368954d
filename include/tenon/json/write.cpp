#include "tenon/json/write.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "tenon/json/key.hpp"
#include "tenon/json/quoted.hpp"

namespace tenon::json {

namespace {

using namespace reflect;

template <class Number>
void write_number(Number number, std::string& to) {
  std::array<char, 32> digits{};
  to.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

class writer {
 public:
  writer(const wire& how, std::string& to) : how_(how), to_(to) {}

  void value(const slot& place, const void* at) {
    if (place.wears->secret) return write_string("***", to_);
    switch (place.of->is) {
      case kind::boolean:
        to_ += as<boolean_type>(*place.of).get(at) ? "true" : "false";
        return;
      case kind::whole:
        return write_number(as<whole_type>(*place.of).get(at), to_);
      case kind::natural:
        return write_number(as<natural_type>(*place.of).get(at), to_);
      case kind::real: {
        const double number = as<real_type>(*place.of).get(at);
        if (std::isfinite(number))
          to_ += as<real_type>(*place.of).print(number);
        else
          to_ += "null";
        return;
      }
      case kind::text:
      case kind::view:
        return write_string(as<text_type>(*place.of).get(at), to_);
      case kind::raw: {
        const std::string_view text = as<text_type>(*place.of).get(at);
        to_ += text.empty() ? "null" : text;
        return;
      }
      case kind::enumeration:
        return enumeration(as<enumeration_type>(*place.of), at);
      case kind::formed:
        if (const auto text = as<formed_type>(*place.of).print(at)) return write_string(*text, to_);
        to_ += "null";
        return;
      case kind::optional: {
        const void* inner = as<optional_type>(*place.of).get(at);
        if (inner == nullptr)
          to_ += "null";
        else
          value(inner_of(place), inner);
        return;
      }
      case kind::list:
        return list(as<list_type>(*place.of), at);
      case kind::map:
        return map(as<map_type>(*place.of), at);
      case kind::aggregate:
        return aggregate(as<aggregate_type>(*place.of), at);
      case kind::none:
        return;
    }
  }

 private:
  void enumeration(const enumeration_type& of, const void* at) {
    const std::int64_t number = of.get(at);
    for (const enumerator& one : of.values)
      if (one.value == number) return write_string(one.name, to_);
    write_number(number, to_);
  }

  void list(const list_type& of, const void* at) {
    to_ += '[';
    ++level_;
    const std::size_t size = of.size(at);
    for (std::size_t i = 0; i < size; ++i) {
      next(i == 0);
      value(of.element, of.at(const_cast<void*>(at), i));
    }
    end(size == 0, ']');
  }

  void map(const map_type& of, const void* at) {
    struct visit {
      writer* self;
      const map_type* of;
      bool first = true;
    } state{this, &of};
    to_ += '{';
    ++level_;
    of.each(at, &state, [](void* context, std::string_view key, const void* one) {
      auto& [self, table, first] = *static_cast<visit*>(context);
      self->next(first);
      first = false;
      write_string(key, self->to_);
      self->colon();
      self->value(table->element, one);
    });
    end(state.first, '}');
  }

  void aggregate(const aggregate_type& of, const void* at) {
    void* places[most_places];
    of.places(const_cast<void*>(at), places);
    bool first = true;
    to_ += '{';
    ++level_;
    for (std::size_t i = 0; i < of.fields.size(); ++i) {
      const named_slot& field = of.fields[i];
      if (how_.absent == absent::omitted && field.of->is == kind::optional &&
          as<optional_type>(*field.of).get(places[i]) == nullptr)
        continue;
      next(first);
      first = false;
      to_ += '"';
      spell(field.name, how_.keys, [&](char c) { to_ += c; });
      to_ += '"';
      colon();
      value(field, places[i]);
    }
    end(first, '}');
  }

  void next(bool first) {
    if (!first) to_ += ',';
    line();
  }
  void end(bool empty, char bracket) {
    --level_;
    if (!empty) line();
    to_ += bracket;
  }
  void line() {
    if (how_.indent == 0) return;
    to_ += '\n';
    to_.append(level_ * how_.indent, ' ');
  }
  void colon() { to_ += how_.indent == 0 ? ":" : ": "; }

  const wire& how_;
  std::string& to_;
  std::size_t level_ = 0;
};

}  // namespace

void write(const slot& place, const void* value, const wire& how, std::string& to) {
  writer(how, to).value(place, value);
}

std::string written(const slot& place, const void* value, const wire& how) {
  std::string text;
  write(place, value, how, text);
  return text;
}

}  // namespace tenon::json
