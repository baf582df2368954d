// What the reference server prints of what it is made of, as a script reads it.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "stage.hpp"

using namespace backend_test;

namespace {

namespace json = boost::json;

json::value printed(const std::vector<std::string>& words) {
  const ended all = run(words);
  EXPECT_EQ(all.exit_code, 0) << all.output;
  boost::system::error_code problem;
  json::value out = json::parse(all.output, problem);
  EXPECT_FALSE(problem) << all.output;
  return out;
}
// The row of a table whose members are so; null where there is none.
json::value row_with(const json::value& table, const json::object& members) {
  for (const json::value& row : table.as_array()) {
    bool same = true;
    for (const auto& [key, value] : members) same = same && row.as_object().if_contains(key) && row.at(key) == value;
    if (same) return row;
  }
  return nullptr;
}

TEST(tables, are_json_arrays_that_know_the_samples) {
  const json::value extensions = printed({"list", "extensions", "--json"});
  EXPECT_EQ(row_with(extensions, {{"name", "hello"}}).at("needs"), (json::array{"http 1.x.x"}));
  EXPECT_TRUE(row_with(extensions, {{"name", "local"}, {"kind", "implementation"}}).is_object());
  const json::value exports = printed({"list", "exports", "--json"});
  EXPECT_EQ(row_with(exports, {{"extension", "hello"}}).at("importers").at(0).at("extension"), "hello_importer");
  const json::value events = printed({"list", "events", "--json"});
  EXPECT_EQ(row_with(events, {{"name", "create.commands"}}).at("emitters"), json::array{"console"});
  EXPECT_EQ(row_with(events, {{"name", "email.validate"}}).at("emitters"), json::array{"local"});
  const json::value listeners = printed({"list", "listeners", "--json"});
  EXPECT_EQ(row_with(listeners, {{"event", "create.commands"}}).at("extension"), "hello");
  const json::value functions = printed({"list", "functions", "--json"});
  EXPECT_EQ(row_with(functions, {{"name", "helloWorld"}}).at("arguments").at(0).at("name"), "subject");
  const json::value routes = printed({"list", "routes", "--json"});
  EXPECT_EQ(row_with(routes, {{"pattern", "/hello"}}).at("extension"), "hello");
  const json::value settings = printed({"list", "settings", "--json"});
  EXPECT_EQ(row_with(settings, {{"extension", "hello"}}).at("pointer"), "/greeting");
}
TEST(graph, leads_from_who_needs_imports_and_tells_to_whom) {
  const json::value graph = printed({"graph", "--format", "json"});
  EXPECT_TRUE(row_with(graph.at("nodes"), {{"name", "hello_importer"}}).is_object());
  const auto edge = [&](const char* from, const char* to, const char* kind) {
    return row_with(graph.at("edges"), {{"from", from}, {"to", to}, {"kind", kind}});
  };
  EXPECT_TRUE(edge("hello_importer", "hello", "need").is_object());
  EXPECT_TRUE(edge("hello_importer", "hello", "import").is_object());
  EXPECT_EQ(edge("console", "hello", "event").at("name"), "create.commands");
  EXPECT_TRUE(run({"graph"}).output.starts_with("digraph"));
}
TEST(schema, says_what_the_config_file_may_hold) {
  const json::value schema = printed({"schema"});
  EXPECT_EQ(schema.at("properties").at("hello").at("properties").at("greeting").at("default"), "Hello");
}

}  // namespace
