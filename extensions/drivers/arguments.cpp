#include "arguments.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parameter_type.hpp"
#include "put_file.hpp"
#include "tenon/json/document.hpp"
#include "tenon/json/key.hpp"
#include "tenon/json/path_edit.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/search.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/word/without_space.hpp"

namespace tenon_drivers {

namespace {

using tenon::finding;
using tenon::json::document;
using tenon::reflect::aggregate_type, tenon::reflect::as, tenon::reflect::kind, tenon::reflect::named_slot,
    tenon::reflect::slot;

constexpr tenon::json::wire by_name{.keys = tenon::json::keys::camel,
                                    .unknown = tenon::json::unknown::ignored,
                                    .missing = tenon::json::missing::kept,
                                    .max_bytes = most_json_bytes};

enum class shape { nothing, boolean, number, text, list, object };
// Of a JSON value without space around it.
shape shape_of(std::string_view value) {
  switch (value.empty() ? 'n' : value[0]) {
    case 'n':
      return shape::nothing;
    case 't':
    case 'f':
      return shape::boolean;
    case '"':
      return shape::text;
    case '[':
      return shape::list;
    case '{':
      return shape::object;
    default:
      return shape::number;
  }
}

// None: it is larger than any that there is.
std::optional<double> number_in(std::string_view value) {
  double out = 0;
  std::vector<finding> ignored;
  return tenon::json::read(tenon::reflect::described<double>, &out, value, {}, ignored) ? std::optional(out)
                                                                                        : std::nullopt;
}

// A number as the original makes a text of it: 7 is "7", and 1e3 is "1000".
std::string as_string(std::string_view text, double number) {
  if (number == 0) return "0";
  if (text.find_first_of(".eE") == std::string_view::npos) return std::string(text);
  if (std::trunc(number) == number && std::abs(number) < 1e21) {
    std::array<char, 32> digits{};
    const int size = std::snprintf(digits.data(), digits.size(), "%.0f", number);
    return {digits.data(), static_cast<std::size_t>(size)};
  }
  return tenon::json::written(tenon::reflect::described<double>, &number, {});
}

// What is to be read instead of a value; `problem` where it cannot be what the parameter is. `is_absent`: as if it had
// not been sent.
struct coerced {
  std::string value{};
  bool is_absent = false;
  std::string_view problem{};
};
coerced absent() { return {.is_absent = true}; }
coerced wrong(std::string_view expected) { return {.problem = expected}; }

coerced to_string_parameter(std::string_view value, shape is) {
  switch (is) {
    case shape::nothing:
      return absent();
    case shape::number: {
      const std::optional<double> number = number_in(value);
      if (!number) return wrong("string");
      return {std::string("\"").append(as_string(value, *number)).append("\"")};
    }
    case shape::boolean:
      return {std::string("\"").append(value).append("\"")};
    case shape::text:
      return {std::string(value)};
    default:
      return wrong("string");
  }
}

coerced to_flag(std::string_view value, shape is) {
  const bool holds = is == shape::boolean  ? value == "true"
                     : is == shape::number ? number_in(value) != 0.0
                     : is == shape::text   ? value.size() > 2
                                           : is != shape::nothing;
  return {holds ? "true" : "false"};
}

coerced to_number(std::string_view value, shape is, bool is_unsigned) {
  if (is != shape::number) return wrong("number");
  if (is_unsigned && value[0] == '-' && number_in(value) != 0.0) return wrong("unsigned number");
  return {std::string(value)};
}

coerced to_json(std::string_view value, shape is, const parameter_type& wanted, bool takes_any) {
  if (is == shape::nothing && !takes_any) return absent();
  if (wanted.subtype == "array" && is != shape::list) return wrong("array");
  if (wanted.subtype == "object" && is != shape::object) return wrong("object");
  return {std::string(value)};
}

// Paths and addresses are files in the original, which has a file system and fetches.
coerced to_file(std::string_view value, shape is) {
  if (is == shape::nothing) return absent();
  if (is != shape::text || !value.starts_with("\"data:"))
    return wrong("file, which is a part of a form or a data: URL, and no path and no address");
  return {std::string(value)};
}

coerced coerce(const slot& place, std::string_view value) {
  const parameter_type wanted = parameter_type_of(place);
  const shape is = shape_of(value);
  switch (wanted.kind) {
    case parameter_kind::string:
      // A point in time may be a number, which is no text of one.
      return place.of->is == kind::formed && is == shape::number ? coerced{std::string(value)}
                                                                 : to_string_parameter(value, is);
    case parameter_kind::flag:
      return to_flag(value, is);
    case parameter_kind::number:
      // A number that may be none is nothing that the original has: null is no number there.
      if (is == shape::nothing && place.of->is == kind::optional) return absent();
      return to_number(value, is, wanted.is_unsigned);
    case parameter_kind::file:
      return to_file(value, is);
    case parameter_kind::json:
      break;
  }
  return to_json(value, is, wanted, place.of->is == kind::raw);
}

// Of one call: the object of arguments, and where they go.
struct reading {
  const document& given;
  const wanted_call& call;
  const call_names& of;
  const tenon::call::method_row& method;
  std::string whole;         // the object as it was sent
  std::string_view all_are;  // the argument that all are that was sent; empty: they are by name

  // As the wire spells it, or as it is written here.
  [[nodiscard]] std::optional<std::string> value_of(const named_slot& field, const std::string& name) const {
    if (call.test_mode && field.name == "test_mode") return "true";
    if (!method.all_arguments.empty() && name == method.all_arguments) return whole;
    std::optional<std::string> value = given.text_of(name);
    if (!value && name != field.name) value = given.text_of(field.name);
    return value;
  }
  // Arguments that were sent, and that the method does not know.
  [[nodiscard]] std::vector<std::string> unknown() const {
    std::vector<std::string> out = given.keys();
    for (const named_slot& field : as<aggregate_type>(*method.arguments.of).fields)
      std::erase_if(out, [&, name = tenon::json::spelt(field.name, tenon::json::keys::camel)](const std::string& one) {
        return one == name || one == field.name;
      });
    return out;
  }
  [[nodiscard]] std::optional<api_error> read(const named_slot& field, void* to) const {
    std::string name = tenon::json::spelt(field.name, tenon::json::keys::camel);
    const std::optional<std::string> value = value_of(field, name);
    const coerced what = value ? coerce(field, tenon::without_space(*value)) : absent();
    if (!what.problem.empty())
      return argument_consolidation_failed(of, std::move(name), std::string("expected ").append(what.problem));
    if (what.is_absent) {
      if (!tenon::reflect::has_to_be_said(field)) return std::nullopt;
      const std::string meant = call.args.empty() ? meant_by("args", call.passed_over) : meant_by(name, unknown());
      return missing_required_argument(of, std::move(name), meant);
    }
    std::vector<finding> findings;
    if (tenon::json::read(field, to, what.value, by_name, findings)) return put_files(field, to, std::move(name));
    std::string why = findings.front().pointer;
    why.append(why.empty() ? "" : ": ").append(findings.front().message);
    if (why.ends_with('.')) why.pop_back();
    return argument_consolidation_failed(of, std::move(name), why);
  }
  [[nodiscard]] std::optional<api_error> put_files(const named_slot& field, void* to, std::string name) const {
    for (const sent_file& one : call.files) {
      std::vector<std::string> where = one.where;
      if (!all_are.empty()) where.emplace(where.begin(), all_are);
      if (where.empty() || (where.front() != name && where.front() != field.name)) continue;
      if (!put_file(field, to, std::span(where).subspan(1), one))
        return argument_consolidation_failed(
            of, std::move(name),
            std::string("expected ").append(parameter_type_of(field).name()).append(", and a file was sent"));
    }
    return std::nullopt;
  }
};

}  // namespace

std::optional<api_error> read_arguments(const wanted_call& call, const call_names& of,
                                        const tenon::call::method_row& method, void* arguments) {
  std::string_view given = tenon::without_space(call.args);
  std::string wrapped;
  const shape is = shape_of(given);
  if (is != shape::object) {
    if (is == shape::nothing) {
      given = "{}";
    } else if (method.default_parameter.empty()) {
      return argument_consolidation_failed(of, "args", "expected an object of named arguments");
    } else {
      wrapped.append("{\"").append(method.default_parameter).append("\":").append(given).append("}");
      given = wrapped;
    }
  }
  std::vector<finding> findings;
  const std::optional<document> all = document::parse(given, by_name, findings);
  if (!all) return argument_consolidation_failed(of, "args", tenon::to_string(findings.front()));
  const auto& fields = as<aggregate_type>(*method.arguments.of);
  void* places[tenon::reflect::most_places]{};
  fields.places(arguments, places);
  // Where they are given whole, test mode is one of them.
  const bool adds_test_mode = call.test_mode && !method.all_arguments.empty();
  const reading from{*all,
                     call,
                     of,
                     method,
                     adds_test_mode ? tenon::json::replaced(given, {{"test_mode", "true"}}) : std::string(given),
                     wrapped.empty() ? std::string_view() : method.default_parameter};
  for (std::size_t i = 0; i < fields.fields.size(); ++i)
    if (std::optional<api_error> problem = from.read(fields.fields[i], places[i])) return problem;
  return std::nullopt;
}

}  // namespace tenon_drivers
