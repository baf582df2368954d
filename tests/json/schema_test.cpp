#include "tenon/json/schema.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tenon/json/from_text.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/restart.hpp"
#include "tenon/word/secret.hpp"

namespace {

enum class level : unsigned char { low, high };

template <class T>
std::string schema_of(T defaults = {}) {
  const tenon::json::schema_member one{"it", tenon::reflect::described<T>, &defaults};
  return tenon::json::schema("test", std::span(&one, 1));
}
// What the schema says of one member of `it`, in one line.
std::string member(const std::string& text, const std::string& name) {
  const std::size_t at = text.find("\n        \"" + name + "\": ");
  if (at == text.npos) return "there is none in " + text;
  const std::size_t begin = text.find(": ", at) + 2, end = text.find("\n        }", begin);
  std::string out;
  bool indents = false;
  for (char c : text.substr(begin, end - begin)) {
    indents = c == '\n' || (indents && c == ' ');
    if (!indents) out += c;
  }
  return out + "}";
}

struct settings {
  bool on = true;
  tenon::field<int, {.doc = "At once.", .min = 1, .max = 64, .unit = "threads"}> threads = 4;
  unsigned char small = 7;
  double share = 0.5;
  std::string name = "pool";
  level how = level::high;
  std::chrono::milliseconds wait{1500};
  tenon::byte_size most{1024};
  std::optional<int> port{};
  std::vector<std::string> hosts{"a"};
  std::map<std::string, int> weights{};
  tenon::restart<int> workers = 2;
  tenon::secret<std::string> token{};
};

TEST(schema, says_type_range_doc_unit_and_default_of_each_key) {
  const std::string text = schema_of<settings>();
  EXPECT_EQ(member(text, "on"), R"({"type": "boolean","default": true})");
  EXPECT_EQ(member(text, "threads"),
            R"({"type": "integer","minimum": 1,"maximum": 64,"description": "At once. Unit: threads.","default": 4})");
  EXPECT_EQ(member(text, "small"), R"({"type": "integer","minimum": 0,"maximum": 255,"default": 7})");
  EXPECT_EQ(member(text, "share"), R"({"type": "number","default": 0.5})");
  EXPECT_EQ(member(text, "name"), R"({"type": "string","default": "pool"})");
  EXPECT_EQ(member(text, "how"), R"({"enum": ["low","high"],"default": "high"})");
  EXPECT_EQ(member(text, "hosts"), R"({"type": "array","items": {"type": "string"},"default": ["a"]})");
}

TEST(schema, says_of_forms_what_they_take_in_words_and_whether_a_number_will_do) {
  const std::string text = schema_of<settings>();
  EXPECT_NE(member(text, "wait").find(R"({"type": "string")"), std::string::npos) << member(text, "wait");
  EXPECT_NE(member(text, "wait").find(R"("default": "1500ms")"), std::string::npos) << member(text, "wait");
  EXPECT_NE(member(text, "most").find(R"({"type": ["string","integer"])"), std::string::npos) << member(text, "most");
  EXPECT_NE(member(text, "most").find("Takes an amount of bytes, e.g. 8MiB"), std::string::npos)
      << member(text, "most");
}

TEST(schema, hides_secrets_and_marks_what_needs_a_restart) {
  const std::string text = schema_of<settings>();
  EXPECT_EQ(member(text, "token"), R"({"type": "string","writeOnly": true})");
  EXPECT_NE(member(text, "workers").find(R"("x-restart": true)"), std::string::npos);
}

TEST(schema, leaves_optional_values_empty_and_lets_no_unknown_key_in) {
  const std::string text = schema_of<settings>();
  EXPECT_NE(member(text, "port").find(R"({"anyOf": [{"type":"integer")"), std::string::npos) << member(text, "port");
  EXPECT_NE(text.find("      \"additionalProperties\": false"), std::string::npos);
  EXPECT_NE(text.find("\n  \"additionalProperties\": false\n}"), std::string::npos);
}

struct node {
  int n = 1;
  std::vector<node> children{};
};
struct login {
  std::string user = "root";
  tenon::secret<std::string> password{};
};
struct odd {
  std::array<int, 3> three{};
  std::vector<login> logins{login{}};
  std::optional<tenon::secret<std::string>> key{};
  tenon::secret<login> all{};
  std::vector<tenon::byte_size> sizes{};
  tenon::field<std::uint64_t, {.max = 18446744073709551615.0}> many = 1;
  tenon::field<int, {.min = 1.5}> some = 2;
  double endless = std::numeric_limits<double>::infinity();
  std::optional<int> port = 8080;
  node tree{};
};

TEST(schema, of_a_type_that_holds_itself_ends) {
  EXPECT_NE(member(schema_of<odd>(), "tree").find(R"("items": {"type": "object"})"), std::string::npos);
}

TEST(schema, shows_no_secret_wherever_it_is) {
  const std::string text = schema_of<odd>();
  EXPECT_EQ(text.find("***"), std::string::npos);
  EXPECT_EQ(member(text, "all").find("root"), std::string::npos) << member(text, "all");
  EXPECT_NE(member(text, "key").find(R"("writeOnly": true)"), std::string::npos) << member(text, "key");
}

TEST(schema, says_limits_that_a_reader_has) {
  const std::string text = schema_of<odd>();
  EXPECT_NE(member(text, "three").find(R"("minItems": 3,"maxItems": 3)"), std::string::npos) << member(text, "three");
  EXPECT_NE(member(text, "many").find(R"("maximum": 18446744073709551615)"), std::string::npos) << member(text, "many");
  EXPECT_NE(member(text, "some").find(R"("minimum": 2)"), std::string::npos) << member(text, "some");
  EXPECT_NE(member(text, "sizes").find(R"("type": ["string","integer"])"), std::string::npos) << member(text, "sizes");
  EXPECT_EQ(member(text, "endless"), R"({"type": "number"})");
}

TEST(schema, of_one_value_under_two_names_has_its_defaults_twice) {
  odd defaults;
  const tenon::json::schema_member both[]{{"it", tenon::reflect::described<odd>, &defaults},
                                          {"that", tenon::reflect::described<odd>, &defaults}};
  const std::string text = tenon::json::schema("test", both);
  const std::size_t first = text.find(R"("default": 8080)");
  ASSERT_NE(first, std::string::npos);
  EXPECT_NE(text.find(R"("default": 8080)", first + 1), std::string::npos);
}

TEST(schema, is_json) {
  std::vector<tenon::finding> findings;
  EXPECT_TRUE(tenon::json::from_text<tenon::json::raw>(schema_of<settings>(), findings));
  EXPECT_TRUE(findings.empty());
}

}  // namespace
