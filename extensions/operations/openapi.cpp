#include "openapi.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "access.hpp"
#include "refusals.hpp"
#include "tenon/call/rows_named.hpp"
#include "tenon/json/key.hpp"
#include "tenon/json/path_edit.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/json/schema.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/json/type_name.hpp"
#include "tenon/reflect/search.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/web/mount.hpp"
#include "tenon/word/framework.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon_operations {

namespace {

using tenon::call::function_row;
using tenon::json::raw;
using tenon::reflect::aggregate_type, tenon::reflect::as, tenon::reflect::named_slot, tenon::reflect::slot;

// The members of a document, as the specification names them.
struct media {
  raw schema;
};
using media_by_type = std::map<std::string, media>;
struct parameter {
  std::string name, in;
  bool required = false;
  std::optional<std::string> description{};
  std::optional<raw> schema{};
  std::optional<media_by_type> content{};  // instead, where the value is JSON
};
struct body_of_request {
  bool required = false;
  media_by_type content{};
};
struct answer {
  std::string description;
  std::optional<media_by_type> content{};
};
struct operation {
  std::string operation_id, summary;
  std::optional<std::string> description{};
  std::vector<std::string> tags;
  raw security{"[]"};
  std::optional<std::vector<parameter>> parameters{};
  std::optional<body_of_request> request_body{};
  std::map<std::string, raw> responses{};
};
struct info {
  std::string title, version;
};
struct server {
  std::string url;
};
struct components {
  std::map<std::string, raw> responses{};
  std::map<std::string, raw> security_schemes{{"bearer", {R"({"type":"http","scheme":"bearer"})"}}};
};
struct document {
  std::string openapi = "3.1.0";
  tenon_operations::info info;
  std::vector<server> servers{{"/"}};
  std::map<std::string, std::map<std::string, operation>> paths{};
  tenon_operations::components components{};
};

raw written(const auto& part) { return {tenon::json::to_text(part, tenon::json::camel_case)}; }
media_by_type as_json(raw schema) { return {{"application/json", {std::move(schema)}}}; }

void say_who_may(operation& to, described_access told) {
  to.security = {std::move(told.security)};
  if (!told.sentences.empty()) to.description = std::move(told.sentences);
}

struct with_arguments {
  const function_row& function;
  operation& to;

  // By query where it may be called by GET, else by a body.
  static void add(void* self, const void* defaults) {
    const with_arguments& own = *static_cast<const with_arguments*>(self);
    void* const values = const_cast<void*>(defaults);
    if (own.function.no_side_effects)
      own.add_query(values);
    else
      own.to.request_body = {
          .required = tenon::reflect::has_to_be_said(own.function.arguments),
          .content =
              as_json({tenon::json::schema_of(own.function.arguments, values, tenon::json::schema_use::argument)})};
  }
  void add_query(void* values) const {
    const auto& arguments = as<aggregate_type>(*function.arguments.of);
    void* places[tenon::reflect::most_places]{};
    arguments.places(values, places);
    to.parameters.emplace();
    for (std::size_t i = 0; i < arguments.fields.size(); ++i) {
      const named_slot& field = arguments.fields[i];
      parameter& one =
          to.parameters->emplace_back(parameter{.name = tenon::json::spelt(field.name, tenon::json::keys::camel),
                                                .in = "query",
                                                .required = tenon::reflect::has_to_be_said(field)});
      raw schema{tenon::json::schema_of(field, places[i], tenon::json::schema_use::argument)};
      if (const std::string_view type = tenon::json::type_name(field); type == "array" || type == "object")
        one.content = as_json(std::move(schema));
      else
        one.schema = std::move(schema);
    }
  }
};

// What its path answers to methods that do not stand there.
const char* other_methods_of(const function_row& function) {
  return function.no_side_effects
             ? "By POST too, with the arguments as one JSON object; a body of another type is answered by "
               "#/components/responses/UnsupportedMediaType. Other methods are answered by "
               "#/components/responses/NotImplemented."
             : "GET is answered by #/components/responses/MethodNotAllowed, other methods than POST by "
               "#/components/responses/NotImplemented.";
}

operation operation_of(const function_row& function) {
  operation out{.operation_id = std::string(function.extension).append(".").append(function.name),
                .summary = std::string(function.doc),
                .tags = {std::string(function.extension)}};
  say_who_may(out, access_to(function));
  out.description->append(" ").append(other_methods_of(function));
  with_arguments arguments{function, out};
  function.with_defaults(&arguments, &with_arguments::add);
  const raw schema{function.gives_result
                       ? tenon::json::schema_of(function.result, nullptr, tenon::json::schema_use::result)
                       : std::string(R"({"type":"null"})")};
  out.responses = refusals_of_one_function(!function.no_side_effects);
  out.responses["200"] = written(answer{"What the function gives", as_json(schema)});
  return out;
}
// What a client sends to have one method done, and what it gets.
void append_call(std::string& to, const tenon::call::driver_row& driver, const tenon::call::method_row& method) {
  struct with_defaults {
    const tenon::call::method_row& method;
    std::string& to;
    static void add(void* self, const void* defaults) {
      const with_defaults& own = *static_cast<const with_defaults*>(self);
      std::string schema =
          tenon::json::schema_of(own.method.arguments, const_cast<void*>(defaults), tenon::json::schema_use::argument);
      // It is no member beside the others, but all of them.
      if (!own.method.all_arguments.empty())
        schema = tenon::json::removed(schema, std::array{std::string("properties.").append(own.method.all_arguments)});
      own.to.append(schema);
    }
  } arguments{method, to};
  const auto is = [&](std::string_view key, std::string_view value) {
    to.append("\"").append(key).append("\":{\"const\":");
    tenon::json::write_string(value, to);
    to.append("},");
  };
  to.append(R"({"type":"object","description":)");
  tenon::json::write_string(method.doc, to);
  to.append(R"(,"required":["interface","method")")
      .append(tenon::reflect::has_to_be_said(method.arguments) ? R"(,"args")" : "")
      .append(R"(],"properties":{)");
  is("interface", driver.of.name);
  is("driver", driver.name);
  is("service", driver.name);
  is("method", method.name);
  to.append(R"("args":)").append(method.default_parameter.empty() ? "" : R"({"anyOf":[)");
  method.with_defaults(&arguments, &with_defaults::add);
  if (!method.default_parameter.empty()) {
    to.append(R"(,{"not":{"type":"object"},"description":)");
    tenon::json::write_string(std::string("What is meant by ").append(method.default_parameter), to);
    to.append("}]}");
  }
  to.append("}}");
}

constexpr const char* envelope_schema =
    R"({"oneOf":[{"type":"object","required":["success","service","result","metadata"],"properties":)"
    R"({"success":{"const":true},"service":{"type":"object"},"result":{},"metadata":{"type":"object"}}},)"
    R"({"type":"object","required":["success","error"],"properties":{"success":{"const":false},"error":{}}}]})";

// Where files come with a call. Fields below args are called args.title and the like.
constexpr const char* form_schema =
    R"({"type":"object","description":"Each field is JSON; files come behind the fields that announce them.",)"
    R"("properties":{"interface":{"type":"string"},"driver":{"type":"string"},"method":{"type":"string"},)"
    R"("args":{}},"additionalProperties":true})";

operation operation_of(std::span<const tenon::call::driver_row> drivers, const tenon::web::route_row& route) {
  std::string calls = R"({"anyOf":[)";  // without a driver it is one of several
  for (const tenon::call::driver_row& driver : drivers)
    for (const tenon::call::method_row& method : driver.of.methods) {
      if (calls.back() == '}') calls.append(",");
      append_call(calls, driver, method);
    }
  calls.append("]}");
  operation out{.operation_id = "drivers.call", .summary = "Calls a method of a driver", .tags = {"drivers"}};
  say_who_may(out, access_to(route));
  out.request_body = {
      .required = true,
      .content = {{"application/json", {raw{std::move(calls)}}}, {"multipart/form-data", {raw{form_schema}}}}};
  out.responses["200"] = written(answer{"What the method gives, or why it gives nothing", as_json({envelope_schema})});
  out.responses["400"] = written(answer{"The body is no call"});
  out.responses["401"] = written(answer{"Nobody knows who is calling"});
  return out;
}

// `/keys/{id}` and the parameters in it, behind `before`. Two patterns that differ in these names alone are one path,
// whose names are those that came first.
class path_names {
 public:
  struct parameter {
    std::string name;
    bool is_rest = false;
  };
  struct path {
    std::string text;
    std::vector<parameter> parameters;
  };
  const path& of(std::string_view before, const tenon::web::route_row& route) {
    std::string shape(before);
    path made{.text = shape, .parameters = {}};
    for (const tenon::web::segment& one : route.segments) {
      const bool literal = one.kind == tenon::web::segment_kind::literal;
      shape.append("/").append(literal ? one.text : "{}");
      made.text.append("/");
      if (literal) {
        made.text.append(one.text);
      } else {
        made.text.append("{").append(one.text).append("}");
        made.parameters.push_back({std::string(one.text), one.kind == tenon::web::segment_kind::rest});
      }
    }
    if (made.text.empty()) made.text.append("/");
    return known_.try_emplace(shape, std::move(made)).first->second;
  }

 private:
  std::map<std::string, path> known_{};
};

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

bool has_methods(std::span<const tenon::call::driver_row> drivers) {
  for (const tenon::call::driver_row& one : drivers)
    if (!one.of.methods.empty()) return true;
  return false;
}

// Of a pattern by characters that need no escape in a URL, and names of languages are made of; two patterns have two.
// `/notes/{id}/{rest...}` is `notes.~id.~rest~`.
std::string id_of(std::string_view pattern) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  bool is_parameter = false;
  for (const char c : pattern) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '{' || c == '}') is_parameter = c == '{';
    if (c == '/' && !out.empty())
      out.append(".");
    else if (c == '{')
      out.append("~");
    else if (c == '.' && is_parameter)
      out.append(out.ends_with('~') ? "" : "~");
    else if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_')
      out.append(1, c);
    else if (c != '/' && c != '}')
      out.append("~").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]).append("~");
  }
  return out;
}

// `before`: what stands before its pattern at its second door; empty: it is the first.
operation operation_of(const tenon::web::route_row& route, std::string_view before, const path_names::path& path) {
  operation out{.operation_id = std::string(route.extension)
                                    .append(".")
                                    .append(in_small_letters(to_string(route.method)))
                                    .append(".")
                                    .append(id_of(std::string(before).append(route.pattern))),
                .summary = std::string("A route of ").append(route.extension),
                .tags = {std::string(route.extension)}};
  say_who_may(out, access_to(route));
  if (!path.parameters.empty()) out.parameters.emplace();
  for (const path_names::parameter& one : path.parameters) {
    parameter& made = out.parameters->emplace_back(
        parameter{.name = one.name, .in = "path", .required = true, .schema = raw{R"({"type":"string"})"}});
    if (one.is_rest) made.description = "The rest of the path, slashes included";
  }
  const auto may_answer = [&](bool it_may, const char* status, const char* why) {
    if (it_may) out.responses[status] = written(answer{why});
  };
  const tenon::web::route_terms& terms = route.terms;
  const bool asks_for_scopes = std::ranges::find(terms.wanted, true) != terms.wanted.end();
  may_answer(terms.web_socket, "101", "A web socket");
  may_answer(terms.asks_who() || terms.asks_itself, "401", "Nobody knows who is calling");
  may_answer(terms.least != tenon::role::user || asks_for_scopes, "403", "The caller lacks a right");
  may_answer(terms.body_limit != 0, "413", "The body is longer than the route takes");
  may_answer(terms.most_calls != 0, "429", "Too many requests of one caller");
  out.responses["default"] = written(answer{"What the route answers"});
  return out;
}

// The paths of a program's routes, those of extensions that answer below their own name at both doors of theirs.
class described_routes {
 public:
  explicit described_routes(const described_program& program)
      : program_(program), door_(std::string("/api/").append(program.project).append("/ext")) {}

  void add(const tenon::web::route_row& route, document& to) {
    add_at("", route, to);
    if (is_mounted(route) && has_second_door(route.method)) add_at(door_, route, to);
  }

 private:
  // At the name of its own extension, or below it.
  static bool is_mounted(const tenon::web::route_row& route) {
    if (route.segments.empty() || route.segments[0].kind != tenon::web::segment_kind::literal) return false;
    const std::string_view first = route.segments[0].text;
    return first == route.extension &&
           std::ranges::find(tenon::web::reserved_mounts, first) == tenon::web::reserved_mounts.end();
  }
  [[nodiscard]] bool has_second_door(tenon::method method) const {
    return std::ranges::any_of(program_.routes, [&](const tenon::web::route_row& one) {
      return one.method == method && one.pattern == "/api/{project}/ext/{path...}";
    });
  }
  void add_at(std::string_view before, const tenon::web::route_row& route, document& to) {
    const path_names::path& path = paths_.of(before, route);
    to.paths[path.text].try_emplace(in_small_letters(to_string(route.method)), operation_of(route, before, path));
  }

  const described_program& program_;
  std::string door_;
  path_names paths_{};
};

}  // namespace

std::string openapi_document(const described_program& program) {
  document out{.info = {std::string(program.project), std::string(tenon::framework_version)}};
  for (const function_row& one : program.functions) {
    const std::string path =
        std::string("/api/").append(program.project).append("/").append(tenon::call::whole_name(one));
    out.paths[path][one.no_side_effects ? "get" : "post"] = operation_of(one);
    out.components.responses = refusals_of_functions();
  }
  described_routes routes(program);
  for (const tenon::web::route_row& one : program.routes) {
    if (one.extension == "functions") continue;        // each function stands there by itself
    if (one.method == tenon::method::other) continue;  // a document has no place for it
    if (one.pattern == "/drivers/call" && has_methods(program.drivers)) {
      out.paths["/drivers/call"]["post"] = operation_of(program.drivers, one);
      continue;
    }
    routes.add(one, out);
  }
  return tenon::json::to_text(out, tenon::json::camel_case);
}

}  // namespace tenon_operations
