#include "refusals.hpp"

#include <array>
#include <cstdint>
#include <string_view>

#include "tenon/json/quoted.hpp"

namespace tenon_operations {

namespace {

enum class refused : std::uint8_t {
  any_call,
  calls_with_body,
  other_methods,  // than those that stand in the document
};

struct refusal_row {
  std::string_view name;
  int status;
  std::string_view description, specs;  // a JSON list
  std::string_view beside{};            // members of the body, for this one alone
  std::string_view always{};            // of them, those that are always there
  bool thrown = false;                  // a function may answer it, by what it throws
  refused of = refused::any_call;
};

constexpr std::array refusal_rows{
    refusal_row{.name = "InvalidArguments",
                .status = 400,
                .description = "The arguments do not fit, or another version than 5 is asked for.",
                .specs = R"(["sys.api::InvalidArgsErr","sys.api::UnsupportedVersionErr"])",
                .beside = R"("args":{"type":"array","description":"Each argument that does not fit, and why.",)"
                          R"("items":{"type":"object","required":["name","dis"],"properties":)"
                          R"({"name":{"type":"string"},"dis":{"type":"string"}}}})",
                .thrown = true},
    refusal_row{.name = "Unauthenticated",
                .status = 401,
                .description = "Nobody knows who is calling.",
                .specs = R"(["sys.api::AuthErr"])",
                .thrown = true},
    refusal_row{.name = "NotPermitted",
                .status = 403,
                .description = "The caller lacks a right.",
                .specs = R"(["sys.api::PermissionErr"])",
                .thrown = true},
    refusal_row{.name = "NotFound",
                .status = 404,
                .description = "There is no such project or function, several have one of that name, or what the "
                               "function looks for is not there.",
                .specs = R"(["sys.api::UnknownProjErr","sys.api::UnknownFuncErr","sys.api::AmbiguousFuncErr",)"
                         R"("sys.api::UnknownEntityErr"])",
                .beside = R"("candidates":{"type":"array","description":"The whole names of several.",)"
                          R"("items":{"type":"string"}})",
                .thrown = true},
    refusal_row{.name = "MethodNotAllowed",
                .status = 405,
                .description = "GET, of a function with side effects.",
                .specs = R"(["sys.api::MethodNotAllowedErr"])",
                .beside = R"("allow":{"type":"array","items":{"type":"string"}})",
                .always = R"(,"allow")",
                .of = refused::other_methods},
    refusal_row{.name = "NotAcceptable",
                .status = 406,
                .description = "There is an Accept, and application/json is not in it.",
                .specs = R"(["sys.api::NotAcceptableErr"])"},
    refusal_row{.name = "UnsupportedMediaType",
                .status = 415,
                .description = "There is a body, and its Content-Type is not application/json.",
                .specs = R"(["sys.api::UnsupportedMediaTypeErr"])",
                .of = refused::calls_with_body},
    refusal_row{.name = "Failed",
                .status = 500,
                .description = "The function failed.",
                .specs = R"(["sys.api::InternalErr"])",
                .thrown = true},
    refusal_row{.name = "NotImplemented",
                .status = 501,
                .description = "Neither GET nor POST.",
                .specs = R"(["sys.api::NotImplementedErr"])",
                .of = refused::other_methods},
    refusal_row{.name = "Unavailable",
                .status = 503,
                .description = "The extension whose function it is does not run.",
                .specs = R"(["sys.api::UnavailableErr"])"},
    refusal_row{.name = "TimedOut",
                .status = 504,
                .description = "It takes longer than a caller waits.",
                .specs = R"(["sys.api::TimeoutErr"])"}};

std::string response_of(const refusal_row& row) {
  std::string out = R"({"description":)";
  tenon::json::write_string(row.description, out);
  out.append(R"(,"content":{"application/json":{"schema":{"type":"object","required":["spec","status","dis")");
  out.append(row.always).append(R"(],"properties":{"spec":{"enum":)").append(row.specs);
  out.append(R"(},"status":{"const":)").append(std::to_string(row.status)).append(R"(},"dis":{"type":"string"})");
  if (!row.beside.empty()) out.append(",").append(row.beside);
  if (row.thrown) out.append(R"(,"type":{"type":"string"},"data":{"type":"object"})");
  return out.append("}}}}}");
}

}  // namespace

std::map<std::string, tenon::json::raw> refusals_of_functions() {
  std::map<std::string, tenon::json::raw> out;
  for (const refusal_row& row : refusal_rows) out[std::string(row.name)] = {response_of(row)};
  return out;
}

std::map<std::string, tenon::json::raw> refusals_of_one_function(bool has_body) {
  std::map<std::string, tenon::json::raw> out;
  for (const refusal_row& row : refusal_rows)
    if (row.of == refused::any_call || (has_body && row.of == refused::calls_with_body))
      out[std::to_string(row.status)] = {
          std::string(R"({"$ref":"#/components/responses/)").append(row.name).append(R"("})")};
  return out;
}

}  // namespace tenon_operations
