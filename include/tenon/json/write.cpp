#include "tenon/json/write.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "tenon/json/key.hpp"
#include "tenon/word/hexadecimal.hpp"
#include "tenon/word/utf8.hpp"

namespace tenon::json {

namespace {

constexpr std::string_view unreadable = "\xEF\xBF\xBD";  // U+FFFD

using namespace reflect;

// Eight at once. A byte from 0x80 on has its highest bit set, and so has the difference where one below 0x20 borrows,
// or one that is 0 once it has been compared; a borrow from below tells of a byte that is not plain either.
bool are_plain(const char* eight) {
  constexpr std::uint64_t each = 0x0101010101010101;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof(bytes));
  const std::uint64_t quotes = bytes ^ (each * '"'), escapes = bytes ^ (each * '\\');
  return ((bytes | (bytes - each * 0x20) | (quotes - each) | (escapes - each)) & (each * 0x80)) == 0;
}

// What stands in a string as it is: most of most texts, so it is passed over as one.
std::size_t plain_end(std::string_view text, std::size_t at) {
  const auto is_plain = [](char c) {
    return c >= 0x20 && c != '"' && c != '\\' && static_cast<unsigned char>(c) < 0x80;
  };
  while (text.size() - at >= sizeof(std::uint64_t) && are_plain(text.data() + at)) at += sizeof(std::uint64_t);
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

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

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if ((at = plain_end(text, at)) == text.size()) break;
    const std::size_t length = utf8_size(text.substr(at));
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string as_utf8(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_end(text, at);
    out.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    const std::size_t length = utf8_size(text.substr(at));
    length == 0 ? out.append(unreadable) : out.append(text, at, length);
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

void write_string(std::string_view text, std::string& to) {
  to += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_end(text, at);
    to.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    const char c = text[at];
    const std::size_t length = utf8_size(text.substr(at));
    if (length == 0) {
      to += unreadable;
      ++at;
      continue;
    }
    if (c == '"' || c == '\\') {
      to += '\\';
      to += c;
    } else if (c == '\n') {
      to += "\\n";
    } else if (c == '\r') {
      to += "\\r";
    } else if (c == '\t') {
      to += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      to.append("\\u00").append(hexadecimal(c));
    } else {
      to.append(text, at, length);
    }
    at += length;
  }
  to += '"';
}

std::string quoted(std::string_view text) {
  std::string out;
  write_string(text, out);
  return out;
}

}  // namespace tenon::json
