#include "tenon/settings/from_document.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "tenon/settings/read.hpp"
#include "tenon/word/field.hpp"

namespace {

using tenon::finding;
namespace settings = tenon::settings;

struct pool {
  int size = 4;
  std::string name = "pool";
};
struct data_settings {
  pool first{}, second{};
  std::map<std::string, pool> pools{{"kept", {}}};
  std::vector<pool> list{{1, "old"}};
  tenon::field<int, {.min = 0}> retries = 3;
};

struct result {
  data_settings value{};
  std::vector<std::string> mistakes{};
  std::vector<settings::origin> origins{};
};
result read(std::vector<std::string> files, std::string_view config = "") {
  settings::sources sources({{"data"}, {"local", true}});
  std::vector<finding> findings;
  result out;
  for (std::size_t i = 0; i < files.size(); ++i)
    settings::add_document(sources, files[i], std::string("file") + std::to_string(i), findings);
  if (!config.empty()) settings::add_extension_config(sources, config, findings);
  out.value = settings::read<data_settings>("data", sources, findings, &out.origins);
  (void)settings::read<data_settings>("local", sources, findings, &out.origins);
  for (const finding& one : findings) out.mistakes.push_back(to_string(one));
  return out;
}
using list = std::vector<std::string>;

TEST(settings_document, merges_objects_deep_and_replaces_lists) {
  const result out =
      read({R"({"data": {"first": {"size": 10}, "pools": {"a": {"size": 1}}, "list": [{}, {"size": 2}]}})",
            R"({"data": {"first": {"name": "x"}, "pools": {"b": {}, "a": {"name": "y"}}, "list": [{"name": "z"}]}})"});
  EXPECT_EQ(out.mistakes, list{});
  EXPECT_EQ(out.value.first.size, 10);
  EXPECT_EQ(out.value.first.name, "x");
  EXPECT_EQ(out.value.second.size, 4);
  EXPECT_EQ(out.value.pools.size(), 3U);
  EXPECT_EQ(out.value.pools.at("a").size, 1);
  EXPECT_EQ(out.value.pools.at("a").name, "y");
  ASSERT_EQ(out.value.list.size(), 1U);
  EXPECT_EQ(out.value.list[0].size, 4);
  EXPECT_EQ(out.value.list[0].name, "z");
  EXPECT_EQ(source_of(out.origins, "/data/first/size"), "file0");
  EXPECT_EQ(source_of(out.origins, "/data/first/name"), "file1");
  EXPECT_EQ(source_of(out.origins, "/data/list/0/size"), "file1");
}

TEST(settings_document, tells_every_mistake_of_every_extension_at_once) {
  const result out = read({"{\n  \"data\": {\"retries\": -1, \"frist\": {}},\n  \"dtaa\": {},\n  \"local\": "
                           "{\"first\": {\"size\": \"x\"}},\n"
                           "  \"extension_impl\": []\n}"},
                          R"({"second": 5})");
  EXPECT_EQ(out.mistakes,
            (list{"file0:3:3: /dtaa: this program has no extension \"dtaa\". Did you mean \"data\"?",
                  "file0:2:23: /data/retries: expected a whole number of at least 0, found -1. Write a number, e.g. 3.",
                  "file0:2:27: /data/frist: there is no such key. Did you mean \"first\"?",
                  "file0:4:31: /local/first/size: expected a whole number, found \"x\". Write a number, e.g. 4.",
                  "file0:5:21: /extension_impl: expected an object, found a list. Write it in braces, e.g. {}.",
                  "EXTENSION_CONFIG:1:12: /local/second: expected an object, found 5. Write it in braces, e.g. {}."}));
}

TEST(settings_document, that_is_not_one_is_told_once) {
  EXPECT_EQ(read({"{\"data\": }"}).mistakes,
            list{"file0:1:10: this is not JSON: \"}\" cannot stand here. The comma before it may be one too many."});
  EXPECT_EQ(read({"[]"}).mistakes,
            list{"file0:1:1: expected an object with an entry for each extension, e.g. {\"http\": {\"port\": 8080}}."});
  EXPECT_EQ(
      read({}, "{").mistakes,
      list{"EXTENSION_CONFIG:1:2: the text ends before the JSON value does. A bracket or a quote is not closed."});
}

TEST(settings_document, for_an_implementation_needs_one) {
  settings::sources sources({{"data"}});
  std::vector<finding> findings;
  settings::add_extension_config(sources, "{}", findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(to_string(findings[0]),
            "EXTENSION_CONFIG: this program has no implementation that it could be for. Unset it.");
}

TEST(settings_document, may_name_its_schema) {
  const result got = read({R"({"$schema": "./config.schema.json", "data": {"retries": 9}})"});
  EXPECT_TRUE(got.mistakes.empty());
  EXPECT_EQ(got.value.retries, 9);
}

TEST(settings_document, is_read_from_a_file) {
  const auto path = std::filesystem::path(testing::TempDir()) / ("settings." + std::to_string(getpid()) + ".json");
  std::ofstream(path) << R"({"data": {"retries": 9}})";
  settings::sources sources({{"data"}});
  std::vector<finding> findings;
  settings::add_file(sources, path.string(), findings);
  EXPECT_EQ(settings::read<data_settings>("data", sources, findings).retries, 9);
  EXPECT_TRUE(findings.empty());
  std::filesystem::remove(path);
  settings::add_file(sources, path.string(), findings);
  settings::add_file(sources, testing::TempDir(), findings);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].source, path.string());
  EXPECT_EQ(findings[0].message,
            "the config file cannot be read: No such file or directory. Give the path of a file that can.");
  EXPECT_EQ(findings[1].message, "the config file cannot be read: Is a directory. Give the path of a file that can.");
}

}  // namespace
