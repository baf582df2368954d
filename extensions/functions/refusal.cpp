#include "refusal.hpp"

#include <utility>

#include "tenon/json/quoted.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/word/duration_text.hpp"

namespace tenon_functions {

namespace {

using tenon::json::quoted;

// {"spec":"sys.api::UnknownFuncErr","status":404,"dis":"...",<more>}
tenon::response refusal(std::string_view spec, int status, std::string_view dis, std::string_view more = {}) {
  std::string body = R"({"spec":"sys.api::)";
  body.append(spec).append(R"(","status":)").append(std::to_string(status)).append(R"(,"dis":)").append(quoted(dis));
  if (!more.empty()) body.append(",").append(more);
  body.append("}");
  return versioned(tenon::web::uncached(tenon::response::json(std::move(body), status)));
}

std::string sentence(std::string_view before, std::string_view what, std::string_view after = {}) {
  return std::string(before).append(what).append(after);
}

std::string_view spec_of(tenon::error_type type) {
  switch (tenon::status_of(type)) {
    case 400:
      return "InvalidArgsErr";
    case 401:
      return "AuthErr";
    case 403:
      return "PermissionErr";
    case 404:
      return "UnknownEntityErr";
    default:
      return "InternalErr";
  }
}

}  // namespace

tenon::response versioned(tenon::response answer) {
  return std::move(answer).with("Xeto-Version", std::string(version));
}

tenon::response unknown_project(std::string_view project) {
  return refusal("UnknownProjErr", 404, sentence("Unknown project: ", project));
}

tenon::response invalid_path(std::string_view project) {
  return refusal("InvalidPathErr", 404,
                 sentence("There is no function at this path. Call /api/", project, "/FUNCTION."));
}

tenon::response unknown_mount(std::string_view path) {
  constexpr std::string_view cure = ". Name one that has web-handler hooks, or routes below its own name.";
  const std::string_view name = path.substr(0, path.find('/'));
  return refusal("UnknownEntityErr", 404,
                 name.empty() ? sentence("No extension is named behind ext/", "", cure)
                              : sentence("No extension answers on the web as ", name, cure));
}

tenon::response unauthenticated() {
  return refusal("AuthErr", 401, "Missing or invalid auth token").with("WWW-Authenticate", "Bearer");
}

tenon::response unsupported_version(std::string_view asked) {
  return refusal("UnsupportedVersionErr", 400, sentence("Unsupported Xeto-Version: ", asked, ". Send 5, or none."));
}

tenon::response unknown_function(std::string_view name, std::string_view near) {
  return refusal("UnknownFuncErr", 404,
                 sentence("Unknown function: ", name)
                     .append(near.empty() ? "" : ". Did you mean ")
                     .append(near)
                     .append(near.empty() ? "" : "?"));
}

tenon::response ambiguous_function(std::string_view name, const std::vector<std::string>& candidates) {
  std::string list = R"("candidates":[)";
  for (const std::string& one : candidates) list.append(&one == candidates.data() ? "" : ",").append(quoted(one));
  return refusal("AmbiguousFuncErr", 404, sentence("Several extensions have a function ", name, ". Name one of them."),
                 list.append("]"));
}

tenon::response method_not_allowed(std::string_view name) {
  return refusal("MethodNotAllowedErr", 405, sentence("GET may not call ", name, ", which has side effects. Use POST."),
                 R"("allow":["POST"])")
      .with("Allow", "POST");
}

tenon::response not_implemented(std::string_view method) {
  return refusal("NotImplementedErr", 501, sentence("", method, " is not implemented. Use POST."));
}

tenon::response unsupported_type(std::string_view type) {
  return refusal("UnsupportedMediaTypeErr", 415,
                 sentence("Arguments do not come as ", type, ". Send one JSON object, as application/json."));
}

tenon::response not_acceptable() {
  return refusal("NotAcceptableErr", 406,
                 "The header Accept has no room for application/json, which results are. Name it, or send no Accept.");
}

tenon::response not_permitted(std::string_view missing, std::string_view name) {
  return refusal("PermissionErr", 403, sentence("Missing '", missing, "' permission: ").append(name));
}

tenon::response timed_out(std::string_view name, std::chrono::milliseconds after, bool begun) {
  return refusal("TimeoutErr", 504,
                 sentence("", name, begun ? " takes longer than the " : " has not begun within the ")
                     .append(tenon::duration_text(std::chrono::nanoseconds(after).count()))
                     .append(begun ? " that a caller waits. It goes on; what it gives is lost."
                                   : " that a caller waits, and is not begun any more."));
}

tenon::response unavailable(std::string_view extension) {
  return refusal("UnavailableErr", 503, sentence("The extension ", extension, " does not run"));
}

tenon::response invalid_arguments(std::string_view dis, const std::vector<wrong_argument>& all) {
  std::string list = R"("args":[)";
  for (const wrong_argument& one : all)
    list.append(&one == all.data() ? "" : ",")
        .append(R"({"name":)")
        .append(quoted(one.name))
        .append(R"(,"dis":)")
        .append(quoted(one.dis))
        .append("}");
  return refusal("InvalidArgsErr", 400, dis, list.append("]"));
}

tenon::response failed(const tenon::error& failure) {
  std::string more = R"("type":)";
  more.append(quoted(to_string(failure.type()))).append(R"(,"data":)");
  more.append(failure.data().empty() ? "{}" : failure.data());
  tenon::response answer = refusal(spec_of(failure.type()), failure.status(), failure.message(), more);
  return failure.status() == 401 ? std::move(answer).with("WWW-Authenticate", "Bearer") : std::move(answer);
}

}  // namespace tenon_functions
