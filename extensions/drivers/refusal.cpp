#include "refusal.hpp"

#include <initializer_list>
#include <optional>

#include "tenon/json/document.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon_drivers {

namespace {

using tenon::json::quoted;

// `fields` is the inside of an object, or empty.
std::string serialized(std::string_view fields, std::string_view code, std::string_view message, int status) {
  std::string out = "{";
  if (!fields.empty()) out.append(fields).append(",");
  return out.append(R"("code":)")
      .append(quoted(code))
      .append(R"(,"$":"heyputer:api/APIError","message":)")
      .append(quoted(message))
      .append(R"(,"status":)")
      .append(std::to_string(status))
      .append("}");
}

// It says what somebody who runs the program has to know, and a client has nothing to do with: a path, a statement.
bool is_for_operators(const tenon::error& what) {
  return what.type() == tenon::error_type::server_misconfigured ||
         (what.type() == tenon::error_type::unknown && (!what.debug().empty() || what.cause()));
}

// The data of an error, which may say a code of its own.
struct told_by_error {
  std::string fields{}, code{};
};
told_by_error told_by(std::string_view data) {
  told_by_error out;
  std::vector<tenon::finding> findings;
  const auto object = data.empty() ? std::nullopt : tenon::json::document::parse(data, {}, findings);
  if (!object) return out;
  for (const std::string& key : object->keys()) {
    const std::string text = object->text_of(key).value_or("null");
    if (key == "code" && text.starts_with('"'))
      out.code = tenon::json::from_text<std::string>(text, findings).value_or("");
    if (key != "code" && key != "$" && key != "message" && key != "status")
      out.fields.append(out.fields.empty() ? "" : ",").append(quoted(key)).append(":").append(text);
  }
  return out;
}

tenon::response envelope(std::string_view error) {
  std::string body = R"({"success":false,"error":)";
  return tenon::web::uncached(tenon::response::json(body.append(error).append("}")));
}

tenon::response outside(std::string_view code, std::string_view message, int status) {
  std::string body = R"({"message":)";
  body.append(quoted(message)).append(R"(,"code":)").append(quoted(code)).append("}");
  return tenon::web::uncached(tenon::response::json(std::move(body), status));
}

std::string sentence(std::initializer_list<std::string_view> parts, std::string_view near = {}) {
  std::string out;
  for (std::string_view part : parts) out.append(part);
  if (!near.empty()) out.append(" Did you mean ").append(near).append("?");
  return out;
}

}  // namespace

std::string meant_by(std::string_view missing, const std::vector<std::string>& passed_over) {
  const std::string_view near = tenon::nearest(missing, passed_over);
  return near.empty() ? std::string() : sentence({" Did you mean \"", missing, "\" by \"", near, "\"?"});
}

api_error interface_not_found(std::string_view interface, std::string_view near) {
  return {"interface_not_found",
          404,
          sentence({"Interface not found: ", interface.empty() ? "the call names none" : interface, "."}, near),
          {{"interface_name", std::string(interface)}}};
}
api_error method_not_found(const call_names& of, std::string_view all) {
  return {"method_not_found",
          404,
          sentence({"Method not found: ", of.method.empty() ? "the call names none" : of.method, ". The interface ",
                    of.interface, " has ", all.empty() ? "none" : all, "."}),
          {{"interface_name", std::string(of.interface)}, {"method_name", std::string(of.method)}}};
}
api_error missing_required_argument(const call_names& of, std::string argument, std::string_view meant) {
  std::string message = sentence(
      {"Missing required argument: ", argument, " of ", of.method, ", of the interface ", of.interface, ".", meant});
  return {"missing_required_argument",
          400,
          std::move(message),
          {{"interface_name", std::string(of.interface)},
           {"method_name", std::string(of.method)},
           {"arg_name", std::move(argument)}}};
}
api_error argument_consolidation_failed(const call_names& of, std::string argument, std::string_view why) {
  std::string message =
      sentence({"The argument ", argument, " of ", of.method, ", of the interface ", of.interface, ": ", why, "."});
  return {"argument_consolidation_failed",
          400,
          std::move(message),
          {{"interface_name", std::string(of.interface)},
           {"method_name", std::string(of.method)},
           {"arg_name", std::move(argument)}}};
}
api_error no_implementation_available(std::string_view interface, std::string_view driver, std::string_view near) {
  return {"no_implementation_available",
          502,
          sentence({"No implementation available: the interface ", interface, " has no driver ", driver, "."}, near),
          {{"interface_name", std::string(interface)}, {"driver_name", std::string(driver)}}};
}
api_error forbidden(std::string permission, bool lacks_scope) {
  std::string message =
      sentence({"Permission denied: ", permission, lacks_scope ? ". This token lacks the scope runt:execute." : ""});
  return {"forbidden", 403, std::move(message), {{"permission", std::move(permission)}}};
}
api_error rate_limit_exceeded(const call_names& of, unsigned most, unsigned seconds) {
  return {"rate_limit_exceeded",
          429,
          sentence({"Rate limit exceeded: ", of.method, ", of the interface ", of.interface, ", may be called ",
                    std::to_string(most), " times in ", std::to_string(seconds), " seconds."}),
          {{"interface_name", std::string(of.interface)}, {"method_name", std::string(of.method)}}};
}
api_error driver_unavailable(std::string_view driver, std::string_view extension) {
  return {"driver_unavailable",
          503,
          sentence({"The extension ", extension, ", whose driver ", driver, " is, does not run."}),
          {{"driver_name", std::string(driver)}}};
}

tenon::response in_envelope(const api_error& what) {
  std::string fields;
  for (const auto& [name, value] : what.fields)
    fields.append(fields.empty() ? "" : ",").append(quoted(name)).append(":").append(quoted(value));
  return envelope(serialized(fields, what.code, what.message, what.status));
}

tenon::response in_envelope(const tenon::error& what) {
  if (is_for_operators(what)) return envelope(quoted(tenon::error(what.type()).message()));
  if (what.type() == tenon::error_type::unknown) return envelope(quoted(what.message()));
  const told_by_error told = told_by(what.data());
  return envelope(
      serialized(told.fields, told.code.empty() ? to_string(what.type()) : told.code, what.message(), what.status()));
}

tenon::response token_missing() {
  return outside("token_missing", "Missing authentication token.", 401).with("WWW-Authenticate", "Bearer");
}
tenon::response token_auth_failed() {
  return outside("token_auth_failed", "Authentication failed.", 401).with("WWW-Authenticate", "Bearer");
}
tenon::response bad_request(std::string_view why) { return outside("bad_request", why, 400); }
tenon::response is_not_open() {
  return outside(
      "service_unavailable",
      "Drivers cannot be called now: what they were set up with failed, and the log of the program says why.", 503);
}

}  // namespace tenon_drivers
