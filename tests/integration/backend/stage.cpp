#include "stage.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <fstream>

#include "tenon/json/document.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/word/api_key.hpp"

namespace backend_test {

namespace {

std::vector<std::string> joined(std::vector<std::string> words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

}  // namespace

std::string data_directory::administrator_token() const {
  std::ifstream file(folder_.path("admin.token"));
  std::string line;
  std::getline(file, line);
  return line;
}

server::server(const data_directory& data, std::string_view program, int port, const std::vector<std::string>& more,
               const std::vector<std::string>& environment)
    : process_(
          joined({std::string(program), "serve", "--port", std::to_string(port), "--data-dir", data.path().string()},
                 more),
          environment) {
  constexpr std::string_view said = "listening on http://127.0.0.1:";
  // The whole line, or the port may not be all there.
  if (!process_.says(said)) return;
  const std::string text = process_.output();
  const std::size_t at = text.find(said) + said.size();
  std::from_chars(text.data() + at, text.data() + text.size(), port_);
}

answer server::get(std::string target, std::string token) const {
  return ask({.method = "GET", .target = std::move(target), .token = std::move(token)});
}

answer server::create(std::string token, std::string members) const {
  return ask({.method = "POST",
              .target = "/api/api-keys",
              .token = std::move(token),
              .body = R"({"expiresAt":"2099-01-01T00:00:00Z","userGenerated":true,)" +
                      (members.empty() ? R"("scopes":["runt:read","runt:execute"])" : members) + "}"});
}

std::string server::key(std::string token, std::string members) const {
  const answer made = create(std::move(token), std::move(members));
  EXPECT_EQ(made.status, 200) << made.body;
  return member(made, "api_key");
}

ended run(const std::vector<std::string>& words, const std::vector<std::string>& environment) {
  std::vector<std::string> all{std::string(local)};
  all.insert(all.end(), words.begin(), words.end());
  child process(all, environment);
  const int code = process.wait();
  return {code, process.output()};
}

std::vector<std::string> ids_in(const answer& list) {
  std::vector<tenon::finding> findings;
  std::vector<std::string> ids;
  const auto keys = tenon::json::from_text<std::vector<tenon::api_key>>(list.body, findings, tenon::json::camel_case);
  EXPECT_TRUE(keys) << list.body;
  if (keys)
    for (const tenon::api_key& one : *keys) ids.push_back(one.id);
  return ids;
}

std::string member(const answer& from, std::string_view key) {
  std::vector<tenon::finding> findings;
  const auto document = tenon::json::document::parse(from.body, {}, findings);
  const auto text = document ? document->text_of(key) : std::nullopt;
  if (!text) return {};
  return tenon::json::from_text<std::string>(*text, findings).value_or("");
}

}  // namespace backend_test
