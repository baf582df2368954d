#include "openapi.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "tenon/call/rows_named.hpp"
#include "tenon/json/key.hpp"
#include "tenon/json/path_edit.hpp"
#include "tenon/json/schema.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/search.hpp"
#include "tenon/reflect/type.hpp"
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
  raw schema;
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
  std::vector<std::string> tags;
  std::optional<std::vector<parameter>> parameters{};
  std::optional<body_of_request> request_body{};
  std::map<std::string, answer> responses{};
};
struct info {
  std::string title, version;
};
struct document {
  std::string openapi = "3.1.0";
  tenon_operations::info info;
  std::map<std::string, std::map<std::string, operation>> paths{};
  raw components{R"({"securitySchemes":{"bearer":{"type":"http","scheme":"bearer"}}})"};
  raw security{R"([{"bearer":[]}])"};
};

constexpr const char* refusal_schema =
    R"({"type":"object","required":["spec","status","dis"],"properties":)"
    R"({"spec":{"type":"string"},"status":{"type":"integer"},"dis":{"type":"string"}}})";

// Every function's, whatever it does.
void add_refusals(operation& to) {
  struct row {
    const char *status, *why;
  };
  for (const row& one : {row{"400", "The arguments do not fit"}, row{"401", "Nobody knows who is calling"},
                         row{"403", "The caller lacks a right"}, row{"404", "There is no such function"},
                         row{"500", "The function failed"}, row{"503", "Its extension does not run"}})
    to.responses[one.status] = {one.why, media_by_type{{"application/json", {raw{refusal_schema}}}}};
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
          .content = {
              {"application/json",
               {raw{tenon::json::schema_of(own.function.arguments, values, tenon::json::schema_use::argument)}}}}};
  }
  void add_query(void* values) const {
    const auto& arguments = as<aggregate_type>(*function.arguments.of);
    void* places[tenon::reflect::most_places]{};
    arguments.places(values, places);
    to.parameters.emplace();
    for (std::size_t i = 0; i < arguments.fields.size(); ++i) {
      const named_slot& field = arguments.fields[i];
      to.parameters->push_back(
          {.name = tenon::json::spelt(field.name, tenon::json::keys::camel),
           .in = "query",
           .required = tenon::reflect::has_to_be_said(field),
           .schema = {tenon::json::schema_of(field, places[i], tenon::json::schema_use::argument)}});
    }
  }
};

operation operation_of(const function_row& function) {
  operation out{.operation_id = std::string(function.extension).append(".").append(function.name),
                .summary = std::string(function.doc),
                .tags = {std::string(function.extension)}};
  with_arguments arguments{function, out};
  function.with_defaults(&arguments, &with_arguments::add);
  const raw schema{function.gives_result
                       ? tenon::json::schema_of(function.result, nullptr, tenon::json::schema_use::result)
                       : std::string(R"({"type":"null"})")};
  out.responses["200"] = {"What the function gives", media_by_type{{"application/json", {schema}}}};
  add_refusals(out);
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

operation operation_of(std::span<const tenon::call::driver_row> drivers) {
  std::string calls = R"({"anyOf":[)";  // without a driver it is one of several
  for (const tenon::call::driver_row& driver : drivers)
    for (const tenon::call::method_row& method : driver.of.methods) {
      if (calls.back() == '}') calls.append(",");
      append_call(calls, driver, method);
    }
  calls.append("]}");
  operation out{.operation_id = "drivers.call", .summary = "Calls a method of a driver", .tags = {"drivers"}};
  out.request_body = {
      .required = true,
      .content = {{"application/json", {raw{std::move(calls)}}}, {"multipart/form-data", {raw{form_schema}}}}};
  out.responses["200"] = {"What the method gives, or why it gives nothing",
                          media_by_type{{"application/json", {raw{envelope_schema}}}}};
  out.responses["400"] = {"The body is no call"};
  out.responses["401"] = {"Nobody knows who is calling"};
  return out;
}

// `/keys/{id}` and the parameters in it. Two patterns that differ in these names alone are one path, whose names are
// those that came first.
class path_names {
 public:
  struct path {
    std::string text;
    std::vector<std::string> parameters;
  };
  const path& of(const tenon::web::route_row& route) {
    std::string shape;
    path made;
    for (const tenon::web::segment& one : route.segments) {
      const bool literal = one.kind == tenon::web::segment_kind::literal;
      shape.append("/").append(literal ? one.text : "{}");
      made.text.append("/");
      if (literal) {
        made.text.append(one.text);
      } else {
        made.text.append("{").append(one.text).append("}");
        made.parameters.emplace_back(one.text);
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

operation operation_of(const tenon::web::route_row& route, const path_names::path& path) {
  operation out{
      .operation_id =
          std::string(route.extension).append(" ").append(to_string(route.method)).append(" ").append(route.pattern),
      .summary = std::string("A route of ").append(route.extension),
      .tags = {std::string(route.extension)}};
  if (!path.parameters.empty()) out.parameters.emplace();
  for (const std::string& name : path.parameters)
    out.parameters->push_back({.name = name, .in = "path", .required = true, .schema = {R"({"type":"string"})"}});
  out.responses["default"] = {"What the route answers"};
  return out;
}

}  // namespace

std::string openapi_document(const described_program& program) {
  document out{.info = {std::string(program.project), std::string(tenon::framework_version)}};
  for (const function_row& one : program.functions) {
    const std::string path =
        std::string("/api/").append(program.project).append("/").append(tenon::call::whole_name(one));
    out.paths[path][one.no_side_effects ? "get" : "post"] = operation_of(one);
  }
  path_names paths;
  for (const tenon::web::route_row& one : program.routes) {
    if (one.extension == "functions") continue;  // each function stands there by itself
    if (one.pattern == "/drivers/call" && has_methods(program.drivers)) {
      out.paths["/drivers/call"]["post"] = operation_of(program.drivers);
      continue;
    }
    const path_names::path& path = paths.of(one);
    out.paths[path.text].try_emplace(in_small_letters(to_string(one.method)), operation_of(one, path));
  }
  return tenon::json::to_text(out, tenon::json::camel_case);
}

}  // namespace tenon_operations
