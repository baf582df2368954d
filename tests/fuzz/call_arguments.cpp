// What a client sends as arguments: one JSON value, for a parameter of each type, of a driver's method and of a
// function, whose arguments come in a query too. docs/drivers.md says what becomes of which value, and here it is said
// once more, as slowly as it can be.
//
// Behind an empty line stand the ways to where files belong, one in each line, as in rows/0/file.
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/arguments.hpp"
#include "functions/arguments.hpp"
#include "fuzzed.hpp"
#include "tenon/json/document.hpp"
#include "tenon/reflect/equal.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/word/file.hpp"
#include "tenon/word/raw_json.hpp"
#include "tenon/word/required.hpp"
#include "tenon/word/timestamp.hpp"

namespace {

using boost::json::value;
using fuzzed::law;
using tenon::reflect::described;

constexpr tenon_drivers::call_names names{"interface", "method"};

// What a client sends: its text, and what Boost.JSON has to say of it.
struct sent {
  std::string_view text;
  value is;
};

enum class mode : std::uint8_t { light, loud };

template <class T>
struct one {
  T argument{};
};
// That it may not be left out is for those who call from C++ too.
template <class T>
struct one<tenon::required<T>> {
  tenon::required<T> argument{T{}};
};

template <class T>
std::optional<T> by_driver(const std::string& args, std::string_view default_parameter = "") {
  const tenon_drivers::wanted_call call{.args = args};
  const tenon::call::method_row method{.default_parameter = default_parameter, .arguments = described<one<T>>};
  one<T> arguments;
  const auto problem = tenon_drivers::read_arguments(call, names, method, &arguments);
  if (!problem) return std::optional<T>(std::in_place, std::move(arguments.argument));
  law(problem->status == 400 && !problem->message.empty(), "a refusal says something", args);
  law(problem->code == "missing_required_argument" || problem->code == "argument_consolidation_failed",
      "and is one of two", args, problem->code);
  return std::nullopt;
}
template <class T>
std::optional<T> by_body(const std::string& body) {
  one<T> arguments;
  const bool good = tenon_functions::read_body(body, described<one<T>>, &arguments).good();
  if (!good) return std::nullopt;
  return std::optional<T>(std::in_place, std::move(arguments.argument));
}
template <class T>
std::optional<T> by_query(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string query = "argument=";
  for (const char c : text)
    query.append("%")
        .append(1, hex[static_cast<unsigned char>(c) >> 4U])
        .append(1, hex[static_cast<unsigned char>(c) & 15U]);
  one<T> arguments;
  const bool good = tenon_functions::read_query(query, described<one<T>>, &arguments).good();
  if (!good) return std::nullopt;
  return std::optional<T>(std::in_place, std::move(arguments.argument));
}

template <class T>
bool are_equal(const std::optional<T>& a, const std::optional<T>& b) {
  return a && b ? tenon::reflect::equal(described<T>, &*a, &*b) : a.has_value() == b.has_value();
}

// The doors that there are say the same, where more than one of them takes it.
template <class T>
std::optional<T> at_each_door(const sent& what) {
  const std::string named = std::string("{\"argument\":").append(what.text).append("}");
  const std::optional<T> out = by_driver<T>(named);
  if (!what.is.is_object() && !what.is.is_null())
    law(are_equal(by_driver<T>(std::string(what.text), "argument"), out), "a value alone is the argument", what.text,
        tenon::reflect::type_name<T>());
  const std::optional<T> from_body = by_body<T>(named);
  if (!from_body || what.is.is_null()) return out;
  law(are_equal(from_body, out), "what a function takes, a driver takes as that", what.text,
      tenon::reflect::type_name<T>());
  constexpr bool is_json = std::is_same_v<T, tenon::json::raw>;
  // The query knows a whole number only as it is written.
  if (what.is.is_double() && !is_json && !std::is_same_v<T, double>) return out;
  const auto* text = what.is.if_string();
  const auto from_query = by_query<T>(text != nullptr && !is_json ? std::string_view(*text) : what.text);
  law(are_equal(from_body, from_query), "and the query says the same", what.text, tenon::reflect::type_name<T>());
  return out;
}

double number_in(std::string_view text) { return std::strtod(std::string(text).c_str(), nullptr); }

template <class T>
bool is_number(const value& from, T number) {
  if (const auto* whole = from.if_int64()) return std::in_range<T>(*whole) && static_cast<T>(*whole) == number;
  if (const auto* large = from.if_uint64()) return std::in_range<T>(*large) && static_cast<T>(*large) == number;
  const auto* real = from.if_double();
  // Boost.JSON reads these nearly as they are written, and nothing at all from 0e999.
  return real != nullptr &&
         (std::isnan(*real) || std::abs(*real - static_cast<double>(number)) <= 1e-9 * std::abs(*real));
}
template <class T>
void look_at_whole(const sent& what) {
  const auto got = at_each_door<T>(what);
  law(!got || is_number(what.is, *got), "a whole number comes from that number", what.text);
  const bool fits = (what.is.is_int64() && std::in_range<T>(what.is.get_int64())) ||
                    (what.is.is_uint64() && std::in_range<T>(what.is.get_uint64()));
  law(got || !fits, "and from each that fits", what.text);
}

bool holds(const value& what) {
  if (what.is_bool()) return what.get_bool();
  if (what.is_number()) return std::abs(what.to_number<double>()) > 0;
  if (what.is_string()) return !what.get_string().empty();
  return !what.is_null();
}

void look_at_text(const sent& what) {
  const auto got = at_each_door<std::string>(what);
  if (what.is.is_structured()) return law(!got, "no text comes from a list or an object", what.text);
  if (what.is.is_double() && !got) return;  // one that is larger than all that there are
  law(got.has_value(), "everything else has a text", what.text);
  if (what.is.is_null()) return law(got->empty(), "null is as if nothing was there", what.text);
  if (const auto* text = what.is.if_string())
    return law(*got == std::string_view(*text), "which it is", what.text, *got);
  if (what.is.is_bool()) return law(*got == (what.is.get_bool() ? "true" : "false"), "true or false", what.text, *got);
  law(number_in(*got) == number_in(what.text), "or a number", what.text, *got);
  if (!what.is.is_double()) law(*got == (*got == "0" ? "0" : what.text), "as it is written", what.text, *got);
}

void look_at_types(const sent& what) {
  look_at_whole<int>(what);
  look_at_whole<std::int64_t>(what);
  look_at_whole<std::uint16_t>(what);
  look_at_whole<std::uint64_t>(what);
  look_at_text(what);
  law(at_each_door<bool>(what) == holds(what.is), "a flag is never refused", what.text);

  const auto real = at_each_door<double>(what);
  law(!real || (what.is.is_number() && number_in(what.text) == *real), "a number comes from that number", what.text);
  const auto as_is = at_each_door<tenon::json::raw>(what);
  law(as_is && as_is->text == what.text, "any value is itself", what.text);
  const auto how = at_each_door<mode>(what);
  law(!how || what.is.is_null() || what.is == (*how == mode::loud ? "loud" : "light"), "a word comes from itself",
      what.text);
  const auto list = at_each_door<std::vector<int>>(what);
  law(!list || what.is.is_null() ||
          (what.is.is_array() &&
           std::equal(list->begin(), list->end(), what.is.get_array().begin(), what.is.get_array().end(),
                      [](int got, const value& from) { return is_number(from, got); })),
      "a list comes from one, each number from its own", what.text);
  const auto map = at_each_door<std::map<std::string, std::string>>(what);
  law(!map || what.is.is_null() || (what.is.is_object() && map->size() == what.is.get_object().size()),
      "a map comes from an object", what.text);
  const auto file = at_each_door<tenon::file>(what);
  law(!file || what.is.is_null() || (what.is.is_string() && what.is.get_string().starts_with("data:")),
      "a file comes from a data: URL", what.text);
  const auto perhaps = at_each_door<std::optional<std::string>>(what);
  law(!perhaps || perhaps->has_value() != what.is.is_null(), "an optional text is there where it is said", what.text);
  law(!at_each_door<tenon::required<int>>(what) || what.is.is_number(), "a number that has to be said is said",
      what.text);
  at_each_door<tenon::timestamp>(what);
  at_each_door<std::chrono::milliseconds>(what);
}

struct everything {
  tenon::json::raw all{};
  bool test_mode = false;
};
void look_at_whole_object(const sent& what) {
  const tenon::call::method_row method{.all_arguments = "all", .arguments = described<everything>};
  for (const bool tests : {false, true}) {
    const tenon_drivers::wanted_call call{.args = std::string(what.text), .test_mode = tests};
    everything got;
    const auto problem = tenon_drivers::read_arguments(call, names, method, &got);
    law(problem.has_value() == !(what.is.is_object() || what.is.is_null()), "arguments are an object", what.text);
    if (problem) continue;
    value wanted = what.is.is_null() ? value(boost::json::object()) : what.is;
    const auto* said = wanted.get_object().if_contains("test_mode");
    law(got.test_mode == (tests || (said != nullptr && holds(*said))), "a test is one where it is said", what.text);
    if (tests) wanted.get_object()["test_mode"] = true;
    law(boost::json::serialize(boost::json::parse(got.all.text)) == boost::json::serialize(wanted),
        "the whole is what was sent", what.text, got.all.text);
  }
}

struct row {
  int number = 0;
  tenon::file own_file{};
};
struct places {
  tenon::file file{};
  std::vector<tenon::file> list{};
  std::map<std::string, tenon::file> named{};
  std::vector<row> rows{};
  std::optional<row> perhaps{};
  std::string text{};
};

// Where a file goes. None: that is no place for one. Null: nobody asks for it.
using way = std::vector<std::string>;
std::optional<tenon::file*> in_row(row& to, const way& where, std::size_t step) {
  if (step == where.size() || (where[step] == "number")) return std::nullopt;
  if (where[step] != "ownFile") return nullptr;
  return step + 1 == where.size() ? std::optional(&to.own_file) : std::nullopt;
}
template <class T>
T* element(std::vector<T>& of, const std::string& index) {
  for (std::size_t i = 0; i < of.size(); ++i)
    if (index.substr(std::min(index.find_first_not_of('0'), index.size() - 1)) == std::to_string(i)) return &of[i];
  return nullptr;
}
std::optional<tenon::file*> slow_place(places& to, const way& where, const value& sent) {
  const auto* said = where.empty() ? nullptr : sent.get_object().if_contains(where[0]);
  if (said == nullptr || said->is_null()) return nullptr;
  const std::string& at = where[0];
  if (at == "file") return where.size() == 1 ? std::optional(&to.file) : std::nullopt;
  if (at == "text") return std::nullopt;
  if (at == "perhaps") return in_row(*to.perhaps, where, 1);
  if (at != "list" && at != "named" && at != "rows") return nullptr;
  if (where.size() == 1 || (at == "list" && where[1].empty()) || (at == "rows" && where[1].empty()))
    return std::nullopt;
  if (at == "rows") {
    row* const in = element(to.rows, where[1]);
    return in == nullptr ? std::nullopt : in_row(*in, where, 2);
  }
  tenon::file* const in = at == "list" ? element(to.list, where[1]) : &to.named[where[1]];
  return in == nullptr || where.size() > 2 ? std::nullopt : std::optional(in);
}

void look_at_files(const sent& what, std::string_view ways) {
  const tenon::call::method_row method{.arguments = described<places>};
  tenon_drivers::wanted_call call{.args = std::string(what.text)};
  places expected;
  if (!what.is.is_object() || tenon_drivers::read_arguments(call, names, method, &expected)) return;
  bool fits = true;
  while (!ways.empty() && call.files.size() < 4) {
    std::string_view left = fuzzed::take_until(ways, "\n");
    way where;
    while (!left.empty()) where.emplace_back(fuzzed::take_until(left, "/"));
    call.files.push_back({where, "a.txt", "text/plain", "bytes"});
    const auto place = slow_place(expected, where, what.is);
    fits = fits && place.has_value();
    if (place && *place != nullptr) **place = {"a.txt", "text/plain", "bytes"};
  }
  places got;
  const auto problem = tenon_drivers::read_arguments(call, names, method, &got);
  law(problem.has_value() != fits, "files go where there is a place for them, or the call is refused", what.text);
  if (fits) law(tenon::reflect::equal(described<places>, &got, &expected), "and nothing else is changed", what.text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view ways = fuzzed::text_of(data, size);
  const std::string_view text = fuzzed::take_until(ways, "\n\n");
  std::vector<tenon::finding> findings;
  const std::string named = std::string("{\"argument\":").append(text).append("}");
  // Where it is no value, it is none in an object either, unless it ends that and begins another member.
  if (!tenon::json::document::parse(text, {}, findings) || !tenon::json::document::parse(named, {}, findings)) {
    by_driver<std::string>(named);
    by_driver<std::string>(std::string(text), "argument");
    by_body<std::string>(std::string(text));
    return 0;
  }
  const std::size_t from = text.find_first_not_of(" \t\r\n");
  const sent what{text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1), boost::json::parse(text)};
  look_at_types(what);
  look_at_whole_object(what);
  look_at_files(what, ways);
  return 0;
}
