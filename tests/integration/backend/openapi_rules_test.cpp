// That the rules of OpenAPI are found to be broken, one by one.
#include "openapi_rules.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::string_view good = R"({
  "openapi": "3.1.0",
  "info": {"title": "main", "version": "0.1.0"},
  "components": {
    "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
    "schemas": {"Note": {"type": "object", "required": ["id", "text"],
      "properties": {"id": {"type": "integer", "minimum": 0}, "text": {"type": ["string", "null"], "maxLength": 9},
        "kind": {"enum": ["a", "b"]}, "more": {"anyOf": [{"type": "array", "items": {"type": "number"}}, true]}}}},
    "responses": {"NotFound": {"description": "There is no such note."}}
  },
  "paths": {
    "/notes/{id}": {
      "get": {"operationId": "read", "security": [{}, {"bearer": ["reader"]}], "tags": ["notes"],
        "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
          {"name": "page", "in": "query", "content": {"application/json": {"schema": {"type": "object"}}}}],
        "responses": {"200": {"description": "It", "content": {"application/json": {"schema":
          {"$ref": "#/components/schemas/Note"}}}}, "404": {"$ref": "#/components/responses/NotFound"}}}
    },
    "/notes": {
      "post": {"operationId": "write", "security": [],
        "requestBody": {"required": true, "content": {"text/plain": {"schema": {"type": "string"}}}},
        "responses": {"default": {"description": "Whether it is written"}, "4XX": {"description": "It is not"}}}
    }
  }
})";

std::vector<std::string> broken_in(std::string_view text) {
  return backend_test::broken_rules(boost::json::parse(text));
}

TEST(openapi_rules, are_kept_by_a_good_document) { EXPECT_EQ(broken_in(good), std::vector<std::string>()); }

struct wrong {
  std::string_view good_part, bad_part, finding;
  friend void PrintTo(const wrong& one, std::ostream* to) { *to << one.finding; }
};

class openapi_rule : public testing::TestWithParam<wrong> {};

TEST_P(openapi_rule, that_is_broken_is_found_with_its_place) {
  std::string text(good);
  const std::size_t at = text.find(GetParam().good_part);
  ASSERT_NE(at, std::string::npos) << GetParam().good_part;
  text.replace(at, GetParam().good_part.size(), GetParam().bad_part);
  EXPECT_EQ(broken_in(text), std::vector{std::string(GetParam().finding)}) << GetParam().bad_part;
}

INSTANTIATE_TEST_SUITE_P(
    each, openapi_rule,
    testing::Values(
        wrong{R"("3.1.0")", R"("3.0.3")", "/openapi: it is no version 3.1"},
        wrong{R"("title": "main", )", "", "/info/title: it is no text"},
        wrong{R"("version": "0.1.0")", R"("version": 1)", "/info/version: it is no text"},
        wrong{R"("info")", R"("x-info")", "/info: it is missing"},
        wrong{R"("info": {)", R"("route": 1, "info": {)", "/route: nothing is called so here"},
        wrong{R"("type": "http")", R"("type": "https")",
              "/components/securitySchemes/bearer/type: it is no type of a security scheme"},
        wrong{R"(, "scheme": "bearer")", "", "/components/securitySchemes/bearer/scheme: it is no text"},
        wrong{R"("NotFound": {)", R"("not found": {"description": ""}, "NotFound": {)",
              "/components/responses/not found: it is no name of a component"},
        wrong{R"("required": ["id", "text"])", R"("required": ["id", "id"])",
              "/components/schemas/Note/required: it is no list of different texts"},
        wrong{R"("type": "integer")", R"("type": "int")", "/components/schemas/Note/properties/id/type: it is no type"},
        wrong{R"(["string", "null"])", R"(["null", "null"])",
              "/components/schemas/Note/properties/text/type: it is no list of different types"},
        wrong{R"("minimum": 0)", R"("minimum": "0")",
              "/components/schemas/Note/properties/id/minimum: it is no number"},
        wrong{R"("maxLength": 9)", R"("maxLength": -9)",
              "/components/schemas/Note/properties/text/maxLength: it is no whole number from 0 on"},
        wrong{R"(["a", "b"])", R"(["a", "a"])",
              "/components/schemas/Note/properties/kind/enum: it is no list of different values"},
        wrong{R"([{"type": "array", "items": {"type": "number"}}, true])", "[]",
              "/components/schemas/Note/properties/more/anyOf: it is no list of schemas"},
        wrong{R"({"type": "number"})", "7", "/components/schemas/Note/properties/more/anyOf/items: it is no object"}));

INSTANTIATE_TEST_SUITE_P(
    of_paths, openapi_rule,
    testing::Values(
        wrong{R"("/notes": {)", R"("notes": {)", "/paths/notes: it does not begin with a slash"},
        wrong{R"("/notes": {)", R"("/notes/{other}": {"summary": ""}, "/notes": {)",
              "/paths/~1notes~1{other}: another path differs from it in names alone"},
        wrong{R"("/notes": {)", R"("/{a/b": {"summary": ""}, "/notes": {)", "/paths/~1{a~1b: its braces do not match"},
        wrong{R"("/notes": {)", R"("/{a}/{a}": {"summary": ""}, "/notes": {)",
              "/paths/~1{a}~1{a}: a name stands twice in it"},
        wrong{R"("post": {)", R"("fetch": {}, "post": {)", "/paths/~1notes/fetch: nothing is called so here"},
        wrong{R"({"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},)", "",
              "/paths/~1notes~1{id}/get/parameters: {id} of the path is missing"},
        wrong{R"("operationId": "write",)",
              R"("parameters": [{"name": "id", "in": "path", "required": true, "schema": {}}],)",
              "/paths/~1notes/post/parameters: the path has no {id}"},
        wrong{R"("required": true, "schema")", R"("required": false, "schema")",
              "/paths/~1notes~1{id}/get/parameters/required: a part of the path is required"},
        wrong{R"("in": "query")", R"("in": "body")",
              "/paths/~1notes~1{id}/get/parameters/in: parameters are not there"},
        wrong{R"({"name": "page",)", R"({"name": "page", "in": "query", "schema": {}}, {"name": "page",)",
              "/paths/~1notes~1{id}/get/parameters: there are two of page"},
        wrong{R"("in": "query", "content")", R"("in": "query", "schema": {}, "content")",
              "/paths/~1notes~1{id}/get/parameters: it has to have either a schema or content"},
        wrong{R"("content": {"application/json": {"schema": {"type": "object"}}})", R"("content": {})",
              "/paths/~1notes~1{id}/get/parameters/content: it is not of one media type"}));

INSTANTIATE_TEST_SUITE_P(
    of_operations, openapi_rule,
    testing::Values(
        wrong{R"("operationId": "write")", R"("operationId": "read")",
              "/paths/~1notes/post/operationId: another operation is called so"},
        wrong{R"({"default": {"description": "Whether it is written"}, "4XX": {"description": "It is not"}})", "{}",
              "/paths/~1notes/post: there are no responses"},
        wrong{R"("4XX")", R"("400 or so")", "/paths/~1notes/post/responses/400 or so: it is no status"},
        wrong{R"("description": "It is not")", "", "/paths/~1notes/post/responses/4XX/description: it is no text"},
        wrong{R"({"text/plain": {"schema": {"type": "string"}}})", "{}",
              "/paths/~1notes/post/requestBody: there is no content"},
        wrong{R"("text/plain")", R"("text")", "/paths/~1notes/post/requestBody/content/text: it is no media type"},
        wrong{R"({"schema": {"type": "string"}})", R"({"example": "a"})",
              "/paths/~1notes/post/requestBody/content/text~1plain: there is no schema"},
        wrong{"#/components/schemas/Note", "#/components/schemas/Notes",
              "/paths/~1notes~1{id}/get/responses/200/content/application~1json/schema/$ref: it leads nowhere"},
        wrong{"#/components/responses/NotFound", "#/components/responses/Lost",
              "/paths/~1notes~1{id}/get/responses/404/$ref: it leads nowhere"},
        wrong{R"({"bearer": ["reader"]})", R"({"basic": []})",
              "/paths/~1notes~1{id}/get/security/basic: no security scheme is called so"},
        wrong{R"(["reader"])", R"("reader")", "/paths/~1notes~1{id}/get/security/bearer: it is no list of texts"},
        wrong{R"("security": [])", R"("security": {})", "/paths/~1notes/post/security: it is no list"},
        wrong{R"("tags": ["notes"])", R"("tags": "notes")", "/paths/~1notes~1{id}/get/tags: it is no list of texts"}));

}  // namespace
