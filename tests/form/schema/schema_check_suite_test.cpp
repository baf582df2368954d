// What the JSON Schema organisation's own tests of draft 7 say: Debian's json-schema-test-suite.
#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/schema/schema_check.hpp"
#include "tenon/json/tree.hpp"
#include "tenon/testing/text_of_file.hpp"
#include "tenon/word/error.hpp"

namespace {

namespace fs = std::filesystem;
using tenon::json::node;

const fs::path suite = "/usr/share/json-schema-test-suite/tests/draft7";

// Whether the data are valid; none where the schema is refused.
std::optional<bool> judge(const node& schema, const node& data) {
  try {
    return tenon::form::schema_check(schema.as_json()).problems_of(data.as_json()).empty();
  } catch (const tenon::error&) {
    return std::nullopt;
  }
}

struct outcome {
  std::size_t all = 0, refused = 0;
  std::string misjudged{};
};

void run(const fs::path& file, outcome& out) {
  std::vector<tenon::finding> findings;
  const auto read =
      tenon::json::tree::parse(tenon::testing::text_of_file(file), {.max_depth = 64, .source = "suite"}, findings);
  ASSERT_TRUE(read) << file << ": install json-schema-test-suite";
  for (std::size_t i = 0; i < read->root().size(); ++i) {
    const node group = read->root()[i], tests = *group.find("tests");
    for (std::size_t k = 0; k < tests.size(); ++k) {
      ++out.all;
      const std::optional<bool> valid = judge(*group.find("schema"), *tests[k].find("data"));
      out.refused += !valid;
      if (valid && *valid != tests[k].find("valid")->is_true())
        out.misjudged.append(file.filename().string())
            .append(": ")
            .append(group.find("description")->text())
            .append(": ")
            .append(tests[k].find("description")->text())
            .append("\n");
    }
  }
}

TEST(json_schema_suite, is_judged_as_it_has_to_be_but_for_references_that_lead_out) {
  outcome keywords, outside;
  for (const fs::directory_entry& one : fs::directory_iterator(suite)) {
    const std::string name = one.path().filename().string();
    if (!one.is_regular_file()) continue;
    // These hold references to other documents, and nothing else that is refused.
    const bool leads_out = name == "refRemote.json" || name == "definitions.json" || name == "ref.json";
    run(one.path(), leads_out ? outside : keywords);
  }
  EXPECT_EQ(keywords.misjudged, "");
  EXPECT_EQ(keywords.refused, 0U);
  EXPECT_GE(keywords.all, 370U);
  EXPECT_EQ(outside.misjudged, "");
  EXPECT_EQ(outside.refused, 21U);
}

TEST(json_schema_suite, has_its_formats_checked) {
  outcome found;
  for (const std::string_view format : {"date-time", "date", "email", "hostname", "ipv4", "ipv6", "json-pointer",
                                        "regex", "relative-json-pointer", "time", "uri-reference", "uri"})
    run(suite / "optional" / "format" / std::string(format).append(".json"), found);
  EXPECT_EQ(found.misjudged, "");
  EXPECT_EQ(found.refused, 0U);
}

}  // namespace
