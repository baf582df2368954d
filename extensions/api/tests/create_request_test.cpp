#include "../create_request.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tenon/word/error.hpp"

namespace {

using namespace std::chrono_literals;

const tenon::timestamp now = std::chrono::sys_days{std::chrono::year{2030} / 6 / 1} + 12h;

// What is said to that body; "good" where nothing is.
std::string said_to(std::string_view body) {
  try {
    static_cast<void>(tenon_api::read_create_request(body, now));
  } catch (const tenon::error& refused) {
    EXPECT_EQ(refused.type(), tenon::error_type::invalid_request);
    return refused.message();
  }
  return "good";
}
// A body that is right, but for one member. Without a value the member is left out.
std::string body_with(std::string_view key, std::string_view value) {
  std::string body;
  for (const auto& [name, usual] : {std::pair<std::string_view, std::string_view>{"scopes", R"(["runt:read"])"},
                                    {"expiresAt", R"("2031-01-01T00:00:00.000Z")"},
                                    {"userGenerated", "true"},
                                    {"name", R"("mine")"},
                                    {"resources", R"([{"id":"7","type":"notebook"}])"}}) {
    const std::string_view wanted = name == key ? value : usual;
    if (!wanted.empty()) body.append(body.empty() ? "" : ",").append("\"").append(name).append("\":").append(wanted);
  }
  return "{" + body + "}";
}

}  // namespace

TEST(create_request, says_what_the_body_says) {
  const auto wanted = tenon_api::read_create_request(body_with("", ""), now);
  EXPECT_EQ(wanted.scopes, std::vector{tenon::scope::read});
  EXPECT_EQ(wanted.expires_at, std::chrono::sys_days{std::chrono::year{2031} / 1 / 1});
  EXPECT_EQ(wanted.name, "mine");
  EXPECT_EQ(wanted.resources, (std::vector<tenon::resource>{{"7", "notebook"}}));
  EXPECT_TRUE(wanted.user_generated);
}

TEST(create_request, does_without_name_and_resources) {
  const auto wanted =
      tenon_api::read_create_request(R"({"scopes":["runt:execute","runt:read","runt:execute"],)"
                                     R"("expiresAt":"2030-06-01T14:00:00.001+02:00","userGenerated":false,"else":[1]})",
                                     now);
  EXPECT_EQ(wanted.scopes, (std::vector{tenon::scope::execute, tenon::scope::read})) << "each once, in order";
  EXPECT_EQ(wanted.expires_at, now + 1ms);
  EXPECT_FALSE(wanted.user_generated);
  EXPECT_FALSE(wanted.name || wanted.resources);
}

TEST(create_request, is_a_json_object) {
  std::string deep = body_with("resources", std::string(100'000, '[') + std::string(100'000, ']'));
  std::string huge = body_with("name", '"' + std::string(2U << 20U, 'x') + '"');
  for (const std::string& body :
       {std::string(), std::string(" "), std::string("null"), std::string("[]"), std::string("7"),
        std::string("\"text\""), std::string("{"), std::string(R"({"scopes":["runt:read")"), std::string("{} {}"),
        std::string("{'scopes':[]}"), body_with("name", "\"\xff\xfe\""), body_with("name", "\"\\ud800\""),
        body_with("name", "NaN"), body_with("name", "\"a\",\"name\":\"b\""), std::string("{}\0", 3), deep, huge})
    EXPECT_EQ(said_to(body), "Request body must be a valid JSON object") << body.substr(0, 60);
}

TEST(create_request, tells_where_its_json_is_broken) {
  try {
    static_cast<void>(tenon_api::read_create_request("{\"scopes\":\n  ['runt:read']}", now));
    FAIL();
  } catch (const tenon::error& refused) {
    EXPECT_EQ(refused.data(),
              R"({"reason":"line 2:4: this is not JSON: \"'\" cannot stand here. JSON has double quotes only."})");
  }
}

TEST(create_request, has_scopes) {
  for (const char* value : {"", "null", "[]", "\"runt:read\"", "{}", "{\"0\":\"runt:read\"}", "true"})
    EXPECT_EQ(said_to(body_with("scopes", value)), "scopes is required and must be a non-empty array") << value;
}

TEST(create_request, names_the_scope_that_is_not_known_and_those_that_are) {
  const std::string valid = ". Valid scopes are: runt:read, runt:execute";
  EXPECT_EQ(said_to(body_with("scopes", R"(["runt:read","runt:write"])")), "Invalid scope: runt:write" + valid);
  EXPECT_EQ(said_to(body_with("scopes", R"(["RUNT:READ"])")), "Invalid scope: RUNT:READ" + valid);
  EXPECT_EQ(said_to(body_with("scopes", R"([""])")), "Invalid scope: " + valid);
  EXPECT_EQ(said_to(body_with("scopes", R"([7])")), "Invalid scope: 7" + valid);
  EXPECT_EQ(said_to(body_with("scopes", R"([["runt:read"]])")), "Invalid scope: [\"runt:read\"]" + valid);
  EXPECT_EQ(said_to(body_with("scopes", '[' + std::string("\"") + std::string(5000, 'x') + "\"]")),
            "Invalid scope: " + std::string(80, 'x') + "..." + valid);
}

TEST(create_request, has_a_time_that_exists) {
  for (const char* value :
       {"", "null", "7", "1893456000000", "[]", R"("")", R"("x")", R"("tomorrow")", R"("2031-02-29T00:00:00Z")",
        R"("2031-13-01T00:00:00Z")", R"("2031-01-01T24:00:00Z")", R"("2031-01-01T00:00:00")",
        R"("2031-01-01T00:00:00Z ")", R"("2031-01-01T00:00:00Z\u0000")", R"("99999-01-01T00:00:00Z")",
        R"("9999-12-31T23:59:59-01:00")", R"("Wed, 01 Jan 2031 00:00:00 GMT")"})
    EXPECT_EQ(said_to(body_with("expiresAt", value)), "expiresAt is required and must be a valid ISO 8601 date string")
        << value;
}

TEST(create_request, has_a_time_in_the_future) {
  for (const char* value : {R"("2020-01-01T00:00:00Z")", R"("0001-01-01T00:00:00Z")", R"("2030-06-01T12:00:00Z")",
                            R"("2030-06-01T13:59:59+02:00")"})
    EXPECT_EQ(said_to(body_with("expiresAt", value)), "expiresAt must be a valid ISO 8601 date string in the future")
        << value;
  EXPECT_EQ(said_to(body_with("expiresAt", R"("2030-06-01T12:00:00.001Z")")), "good");
  EXPECT_EQ(said_to(body_with("expiresAt", R"("9999-12-31T23:59:59.999Z")")), "good");
}

TEST(create_request, says_whether_a_user_wanted_it) {
  for (const char* value : {"", "null", "1", R"("true")", "{}"})
    EXPECT_EQ(said_to(body_with("userGenerated", value)), "userGenerated is required and must be a boolean") << value;
}

TEST(create_request, has_a_name_that_is_text_or_none) {
  EXPECT_EQ(said_to(body_with("name", "")), "good");
  EXPECT_EQ(said_to(body_with("name", R"("\u0000\ud83d\ude00")")), "good");
  for (const char* value : {"null", "7", "[\"mine\"]"})
    EXPECT_EQ(said_to(body_with("name", value)), "name must be a string if provided") << value;
}

TEST(create_request, has_a_name_that_fits_into_a_list) {
  const auto name = [](std::size_t characters, std::string_view each) {
    std::string text = "\"";
    for (std::size_t i = 0; i < characters; ++i) text += each;
    return text += '"';
  };
  for (const std::string_view character : {"x", "\xc3\xa9", "\xf0\x9f\x94\x91"}) {
    EXPECT_EQ(said_to(body_with("name", name(1'000, character))), "good");
    EXPECT_EQ(said_to(body_with("name", name(1'001, character))), "name must not be longer than 1000 characters");
  }
}

TEST(create_request, has_resources_with_id_and_type_or_none) {
  EXPECT_EQ(said_to(body_with("resources", "")), "good");
  EXPECT_EQ(said_to(body_with("resources", R"([{"id":"7","type":"notebook","more":1}])")), "good");
  for (const char* value : {"null", "7", R"({"id":"7","type":"notebook"})"})
    EXPECT_EQ(said_to(body_with("resources", value)), "resources must be an array if provided") << value;
  for (const char* value : {"[null]", "[7]", "[{}]", R"([{"id":"7"}])", R"([{"id":7,"type":"notebook"}])",
                            R"([{"id":"7","type":null}])", R"([{"id":"7","type":"notebook"},[]])"})
    EXPECT_EQ(said_to(body_with("resources", value)), "Each resource must have id and type string properties") << value;
}

TEST(create_request, tells_resources_that_are_none_from_no_resources) {
  EXPECT_EQ(tenon_api::read_create_request(body_with("resources", "[]"), now).resources,
            std::vector<tenon::resource>{});
}
