// What comes with a call: the body of POST /drivers/call, and the token of whoever sends it. An input is taken for
// each, and its parts, with empty lines between them, for the header, the claims and the signature of a token.
#include <algorithm>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/call_request.hpp"
#include "fuzzed.hpp"
#include "local/keys/key_token.hpp"
#include "local/openid/session_tokens.hpp"
#include "local/token/base64url.hpp"
#include "local/token/jwt.hpp"
#include "tenon/json/document.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/request.hpp"

namespace {

using fuzzed::law;

std::optional<tenon_drivers::wanted_call> call_of(std::string_view body) {
  const tenon::request request{.method = tenon::method::post, .body = body};
  std::string problem;
  auto call = tenon_drivers::call_in(request, problem);
  law(call.has_value() == problem.empty(), "a call or a problem, and never both", body, problem);
  return call;
}

void look_at_call(std::string_view body) {
  const auto call = call_of(body);
  if (!call) return;
  std::vector<tenon::finding> findings;
  law(call->args.empty() || tenon::json::document::parse(call->args, {}, findings).has_value(),
      "arguments are JSON or none", body, call->args);
  std::string again = "{\"interface\":";
  for (const auto& [text, behind] : {std::pair{&call->interface, ",\"driver\":"},
                                     {&call->driver, ",\"method\":"},
                                     {&call->method, ",\"test_mode\":"}})
    again.append(tenon::json::quoted(*text)).append(behind);
  again.append(call->test_mode ? "true" : "false");
  if (!call->args.empty()) again.append(",\"args\":").append(call->args);
  const auto same = call_of(again.append("}"));
  law(same.has_value(), "a call that is written again is one", body, again);
  law(same->interface == call->interface && same->driver == call->driver && same->method == call->method &&
          same->args == call->args && same->test_mode == call->test_mode,
      "and is equal", body, again);
}

void look_at_base64url(std::string_view text) {
  const std::string written = tenon_local::to_base64url(text);
  law(tenon_local::base64url_from(written) == text, "bytes come back from their text", text, written);
  if (const auto bytes = tenon_local::base64url_from(text))
    law(tenon_local::to_base64url(*bytes) == text, "a text is that of its bytes", text);
}

// Whatever the claims say: a passport, or a refusal that has a name.
template <class F>
void either_way(F read) {
  try {
    read();
  } catch (const tenon::error& refused) {
    law(refused.type() == tenon::error_type::invalid_token || refused.type() == tenon::error_type::expired_token,
        "claims are refused for what they are", refused.message());
  }
}

// Boost.JSON reads others nearly as they are written.
bool has_whole_numbers(const boost::json::value& one) {
  if (const auto* members = one.if_object())
    return std::all_of(members->begin(), members->end(),
                       [](const auto& member) { return has_whole_numbers(member.value()); });
  if (const auto* list = one.if_array()) return std::all_of(list->begin(), list->end(), has_whole_numbers);
  return !one.is_double();
}

void look_at_token(std::string_view text) {
  std::string_view why;
  const auto token = tenon_local::decode_jwt(text, &why);
  law(token.has_value() == why.empty(), "a token or a reason, and never both", text, why);
  if (!token) return;
  law(text.starts_with(token->signed_text) &&
          text.substr(token->signed_text.size()) == "." + tenon_local::to_base64url(token->signature),
      "what is signed and its signature are the whole token", text);
  law(!token->signature.empty(), "no token goes without a signature", text);

  const std::string again = std::string(text.substr(0, text.find('.') + 1))
                                .append(tenon_local::to_base64url(boost::json::serialize(token->claims)))
                                .append(".AA");
  const auto same = tenon_local::decode_jwt(again);
  law(again.size() > tenon_local::largest_token || !has_whole_numbers(token->claims) ||
          (same && same->claims == token->claims),
      "claims that are written again read equal", text, again);

  const tenon::timestamp now(std::chrono::seconds(1'900'000'000));
  const std::string_view issuer = "http://127.0.0.1:8080";
  either_way([&] { tenon_local::check_times(token->claims, now); });
  either_way([&] { tenon_local::check_session_issuer(*token, issuer); });
  either_way([&] {
    law(!tenon_local::passport_of_session(*token).user.id.empty(), "whoever has a passport has a name", text);
  });
  if (tenon_local::claims_to_be_key(*token, issuer))
    law(token->text("iss") == std::string(issuer).append("/").append(token->kid), "a key is its issuer's", text);
  either_way([&] {
    const tenon::passport passport = tenon_local::passport_of_key(*token, now);
    law(!passport.user.id.empty() && !passport.user.email.empty(), "a key is somebody's", text);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view left = fuzzed::text_of(data, size);
  look_at_call(left);
  look_at_base64url(left);
  look_at_token(left);
  std::string token = tenon_local::to_base64url(fuzzed::take_until(left, "\n\n"));
  token.append(".").append(tenon_local::to_base64url(fuzzed::take_until(left, "\n\n")));
  look_at_token(token.append(".").append(tenon_local::to_base64url(left)));
  return 0;
}
