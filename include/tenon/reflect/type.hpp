// A type as data: what an engine that is compiled once must know of a type to read, write, check and describe its
// values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "tenon/reflect/enumerators.hpp"
#include "tenon/word/field.hpp"

namespace tenon::reflect {

enum class kind : std::uint8_t {
  none,         // its values cannot be read or written by name; `why` says it
  boolean,      // boolean_type
  whole,        // whole_type: a signed integer
  natural,      // natural_type: an unsigned one
  real,         // real_type
  text,         // text_type: std::string
  view,         // text_type: what converts to std::string_view; it can be written, not read
  enumeration,  // enumeration_type
  formed,       // formed_type: one that has a text form, such as a point in time
  raw,          // text_type: json::raw
  optional,     // optional_type
  list,         // list_type
  map,          // map_type: from std::string
  aggregate,    // aggregate_type
};

// Every `void*` below is the address of a value of the type that the table was made for, words like `field` and
// `secret` taken off.
struct type {
  kind is;
  std::string_view name;   // as the compiler prints it
  std::string_view why{};  // for kind::none: a sentence for the author
};

// A place that holds a value: its type, and what the words say that it wears there. Neither is ever null.
struct words {
  facts told{};
  bool secret = false;
  bool required = false;  // a text that is read has to say it
  bool constant = false;  // it is there to look at
};
struct slot {
  const type* of = nullptr;
  const words* wears = nullptr;
};

struct boolean_type : type {
  bool (*get)(const void*);
  void (*set)(void*, bool);
};
struct whole_type : type {
  std::int64_t lowest, highest;
  std::int64_t (*get)(const void*);
  void (*set)(void*, std::int64_t);
};
struct natural_type : type {
  std::uint64_t highest;
  std::uint64_t (*get)(const void*);
  void (*set)(void*, std::uint64_t);
};
// The text functions are reached through the table, so that a program without such a field does not link them.
struct real_type : type {
  double highest;
  double (*get)(const void*);
  void (*set)(void*, double);
  std::string (*print)(double);  // the shortest text that reads back as the same number
  bool (*parse)(std::string_view, double&);
};
struct text_type : type {
  std::string_view (*get)(const void*);
  void (*set)(void*, std::string_view);  // null for kind::view
};
struct enumeration_type : type {
  std::span<const enumerator> values;
  std::int64_t (*get)(const void*);
  void (*set)(void*, std::int64_t);
};
struct formed_type : type {
  std::string_view expected;                         // "a length of time"
  std::string_view example;                          // "10s, 500ms or 2min"
  std::optional<std::string> (*print)(const void*);  // none: this value has no text
  // False: the text is not one. Else it becomes the value, if it is accepted; if not, that is as before.
  bool (*parse)(void*, std::string_view, bool (*accept)(void* context, const void* read), void* context);
  double (*magnitude)(const void*);        // what a range compares; null: nothing
  std::string (*print_magnitude)(double);  // null as above
  bool takes_whole = false;                // a plain whole number will do too
  measure measured = measure::number;      // what the ends of a range are
};
struct optional_type : type {
  slot inner;
  const void* (*get)(const void*);  // null: it is empty
  void* (*fill)(void*);             // holds a default value then
  void (*clear)(void*);
};
struct list_type : type {
  slot element;
  std::size_t (*size)(const void*);
  bool (*resize)(void*, std::size_t);  // default values; false: it has a fixed size, which is another
  void* (*at)(void*, std::size_t);
  std::size_t fixed = 0;  // so many, no more and no less; 0: as many as there are
};
struct map_type : type {
  slot element;
  std::size_t (*size)(const void*);
  void (*clear)(void*);
  void* (*put)(void*, std::string_view key);  // finds it or makes it
  void (*each)(const void*, void* context, void (*visit)(void* context, std::string_view key, const void* value));
};

inline constexpr std::size_t most_places = 64;
struct named_slot : slot {
  std::string_view name;
};
struct aggregate_type : type {
  std::span<const named_slot> fields;
  void (*places)(void*, void* (&to)[most_places]);  // the addresses of the fields, in order
};

// The place inside an optional one. What is said of the whole holds for it, unless it wears words of its own.
[[nodiscard]] constexpr slot inner_of(const slot& place) {
  const slot& inner = static_cast<const optional_type&>(*place.of).inner;
  const facts& told = inner.wears->told;
  const bool own = inner.wears->secret || told.min.set || told.max.set || !told.unit.view().empty();
  return own ? inner : slot{inner.of, place.wears};
}

template <class Table>
[[nodiscard]] constexpr const Table& as(const type& one) {
  return static_cast<const Table&>(one);
}

}  // namespace tenon::reflect
