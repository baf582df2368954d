// What clients of the original do, and what went wrong with it there.
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "many_entries.hpp"
#include "stage.hpp"
#include "tenon/form/bundle.hpp"

using stage::bundle;
using stage::has;
using stage::in_app;
using stage::in_form;
using stage::member;
using stage::server;

namespace {

const std::string zip_type = "Content-Type: application/zip\r\n";

TEST(bundles, a_bundle_that_was_pushed_is_active_when_it_is_switched_to) {
  const server on;
  EXPECT_EQ(on.get("/app-bundle/manifest").status, 404);
  EXPECT_EQ(on.versions(), R"({"versions":[]})");
  const answer pushed = on.push(bundle());
  EXPECT_EQ(pushed.status, 200) << pushed.body;
  EXPECT_TRUE(pushed.body.starts_with(R"({"message":"App bundle successfully pushed","manifest":{"files":[{"path":)"))
      << pushed.body;
  EXPECT_EQ(member(pushed.body, "version"), "0001");
  EXPECT_EQ(on.versions(), R"({"versions":["0001"]})") << "pushed, and not active";
  EXPECT_EQ(on.get("/app-bundle/manifest").status, 404);

  const answer switched = on.switch_to("0001");
  EXPECT_EQ(switched.status, 200);
  EXPECT_EQ(switched.body, R"({"message":"Switched to app bundle version 0001"})");
  EXPECT_EQ(on.push(bundle("other")).status, 200);
  EXPECT_EQ(on.versions(), R"({"versions":["0002","0001 *"]})");
  EXPECT_EQ(on.switch_to("2").status, 200) << "a number is enough";
  EXPECT_EQ(on.versions(), R"({"versions":["0002 *","0001"]})");
}

TEST(bundles, a_manifest_tells_each_file_and_is_304_for_who_has_it) {
  const server on;
  on.push(bundle());
  on.switch_to("0001");
  const answer said = on.get("/app-bundle/manifest");
  EXPECT_EQ(said.status, 200);
  EXPECT_TRUE(said.body.starts_with(
      R"({"files":[{"path":"app/index.html","size":5,"hash":")"
      R"(2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824","mimeType":"text/html; charset=utf-8",)"
      R"("modTime":")"))
      << said.body;
  EXPECT_TRUE(has(said.body, R"("path":")" + in_form("schema.json")) && has(said.body, R"("version":"0001")"));
  EXPECT_EQ(member(said.body, "generatedAt").size(), 24U);
  const std::string tag = said.header("ETag").value_or("");
  const std::string hash = said.body.substr(said.body.rfind("\"hash\":\"") + 8, 64);
  EXPECT_EQ(tag, "\"" + hash + "\"");
  const answer kept = on.get("/app-bundle/manifest", "ada", "If-None-Match: " + tag + "\r\n");
  EXPECT_EQ(kept.status, 304);
  EXPECT_EQ(on.get("/app-bundle/manifest", "ada", "If-None-Match: \"0\"\r\n").status, 200);
  on.push(bundle());
  on.switch_to("0002");
  EXPECT_NE(on.get("/app-bundle/manifest").header("ETag").value_or(""), tag) << "another version is another manifest";
}

TEST(bundles, a_file_is_downloaded_by_its_path_and_is_304_for_who_has_it) {
  const server on;
  on.push(bundle("one"));
  on.switch_to("0001");
  on.push(bundle("two"));
  for (const char* path : {"/app-bundle/download/app/index.html", "/app-bundle/download/app%2Findex.html",
                           "/app-bundle/download/app/index.html?preview=perhaps"}) {
    const answer said = on.get(path);
    EXPECT_EQ(said.status, 200);
    EXPECT_EQ(said.body, "one") << path;
    EXPECT_EQ(said.header("Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(said.header("Content-Security-Policy"), "sandbox") << "a page of somebody else's";
    EXPECT_FALSE(said.header("x-is-preview"));
  }
  const answer newest = on.get("/app-bundle/download/app/index.html?preview=true");
  EXPECT_EQ(newest.body, "two");
  EXPECT_EQ(newest.header("x-is-preview"), "true");
  const std::string tag = newest.header("ETag").value_or("");
  EXPECT_EQ(on.get("/app-bundle/download/app/index.html?preview=1", "ada", "If-None-Match: " + tag + "\r\n").status,
            304);
  EXPECT_EQ(on.get("/app-bundle/download/app/index.html", "ada", "If-None-Match: " + tag + "\r\n").status, 200);
  const answer head = on.ask("HEAD", "/app-bundle/download/app/index.html", "ada");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Length"), "3");
}

// There a missing file was 500, and the path of a preview was not looked at.
TEST(bundles, a_file_that_is_not_there_is_404_and_no_path_leads_out_of_the_bundle) {
  const server on;
  on.push(bundle());
  EXPECT_EQ(on.get("/app-bundle/download/app/index.html").status, 404) << "none is active";
  on.switch_to("0001");
  for (const std::string& path : std::vector<std::string>{"none", "app", "app/", "../index.json", "..%2Findex.json",
                                                          "%2e%2e/index.json", "/etc/passwd", "..%2F..%2Fadmin.token",
                                                          in_app("../../index.json"), "0001.zip", "app%00/index.html"})
    for (const char* preview : {"", "?preview=true"}) {
      const answer said = on.get("/app-bundle/download/" + path + preview);
      EXPECT_TRUE(said.status == 404 || said.status == 400) << path << " " << said.status << said.body;
    }
  EXPECT_EQ(on.get("/app-bundle/download/none").body,
            R"({"error":"file not found","message":"The app bundle has no such file"})");
  EXPECT_EQ(on.get("/app-bundle/download/").status, 400);
}

TEST(bundles, a_large_file_comes_whole_and_in_pieces) {
  std::string noise(std::size_t{3} << 20U, 'x');
  std::uint32_t random = 1;
  for (char& c : noise) c = static_cast<char>('a' + (random = random * 1'664'525U + 1'013'904'223U) / 165'191'050U);
  const server on;
  EXPECT_EQ(on.push(bundle(noise)).status, 200);
  on.switch_to("0001");
  client from(on.port());
  from.send("GET /app-bundle/download/app/index.html HTTP/1.0\r\nHost: a\r\nAuthorization: Bearer ada\r\n\r\n");
  const std::string all = from.read_all();
  EXPECT_TRUE(all.ends_with("\r\n\r\n" + noise)) << all.size();
}

TEST(bundles, everybody_who_is_known_may_read_and_administrators_alone_may_push_and_switch) {
  const server on;
  for (const char* path :
       {"/app-bundle/manifest", "/app-bundle/versions", "/app-bundle/changes", "/app-bundle/download/a"}) {
    EXPECT_EQ(on.get(path, "").status, 401) << path;
    EXPECT_NE(on.get(path, "reader").status, 403) << path;
  }
  EXPECT_EQ(on.push(bundle(), "").status, 401);
  EXPECT_EQ(on.push(bundle(), "ada").status, 403);
  EXPECT_EQ(on.switch_to("0001", "").status, 401);
  EXPECT_EQ(on.switch_to("0001", "ada").status, 403);
  EXPECT_EQ(on.ask("POST", "/app-bundle/validate", "ada").status, 403);
  EXPECT_EQ(on.versions(), R"({"versions":[]})");
  EXPECT_EQ(on.push(bundle(), "boss").status, 200) << "the role admin";
  EXPECT_EQ(on.switch_to("0001", "boss").status, 200);
}

TEST(bundles, whoever_is_refused_or_failed_is_told_an_error_and_a_message_and_nothing_else) {
  server on;
  const auto plain = [](const answer& of, int status, std::string_view error) {
    EXPECT_EQ(of.status, status);
    const std::string begin = std::string(R"({"error":")").append(error).append(R"(","message":")");
    EXPECT_TRUE(of.body.starts_with(begin) && of.body.ends_with("\"}")) << of.body;
  };
  for (const char* path :
       {"/app-bundle/manifest", "/app-bundle/versions", "/app-bundle/changes", "/app-bundle/download/a"}) {
    plain(on.get(path, ""), 401, "missing_token");
    plain(on.get(path, "stale"), 401, "expired_token");
    EXPECT_EQ(on.get(path, "").header("WWW-Authenticate"), "Bearer");
  }
  for (const char* path : {"/app-bundle/push", "/app-bundle/validate", "/app-bundle/switch/1", "/app-bundle/switch"}) {
    plain(on.ask("POST", path, ""), 401, "missing_token");
    plain(on.ask("POST", path, "ada"), 403, "access_denied");
    plain(on.ask("PUT", path, "root"), 405, "Method Not Allowed");
  }
  plain(on.ask("POST", "/app-bundle/push", "root", zip_type, std::string((32U << 20U) + 1, 'x')), 413,
        "Content Too Large");
  plain(on.get("/app-bundle/nothing"), 404, "Not Found");
  on.lose("lost");
  plain(on.get("/app-bundle/versions", "lost"), 500, "server_misconfigured");
}

// There it was 500.
TEST(bundles, a_bundle_that_is_not_valid_is_400_with_all_findings_and_leaves_nothing_behind) {
  server on;
  form_test::written_zip broken;
  broken.add("app/index.html").add(in_form("schema.json"), "{\"properties\":\n{\"a\": {\"format\": \"emial\"}}}");
  broken.add(in_form("ui.json"), "{").add("stray/x");
  const answer said = on.push(broken.bytes());
  EXPECT_EQ(said.status, 400);
  EXPECT_TRUE(said.body.starts_with(
      R"({"error":"bundle validation failed","message":"Failed to process app bundle","valid":false,"errors":[{)"))
      << said.body;
  EXPECT_TRUE(has(said.body, R"("file":")" + in_form("schema.json") + R"(","pointer":"/properties/a/format","line":2)"))
      << said.body;
  EXPECT_TRUE(has(said.body, "invalid JSON in form UI") && has(said.body, "unexpected top-level directory 'stray'"));
  EXPECT_TRUE(has(said.body, R"("info":{"file_count":)"));
  EXPECT_EQ(on.versions(), R"({"versions":[]})") << "an empty version was left there";
  EXPECT_EQ(on.push(bundle()).body.find("\"version\":\"0001\"") != std::string::npos, true);
  EXPECT_EQ(on.push(bundle()).status, 200);
}

TEST(bundles, a_form_whose_layout_leads_nowhere_is_400_with_the_place) {
  server on;
  const answer said = on.push(
      bundle("hello", R"({"properties": {"a": {}}})", "{\"type\": \"Control\",\n\"scope\": \"#/properties/b\"}"));
  EXPECT_EQ(said.status, 400);
  EXPECT_TRUE(has(said.body, "the scope '#/properties/b' leads nowhere")) << said.body;
  EXPECT_TRUE(has(said.body, R"("pointer":"/scope","line":2)")) << said.body;
  EXPECT_EQ(on.versions(), R"({"versions":[]})");
}

TEST(bundles, what_others_in_the_program_know_of_a_bundle_is_told_with_what_was_found) {
  const server on;
  const std::string odd = R"([{"message":"this is odd","file":")" + in_app("odd") + R"(","pointer":"/a","line":3}])";
  const answer good = on.push(stage::bundle_with("odd"));
  EXPECT_EQ(good.status, 200);
  EXPECT_TRUE(good.body.starts_with(R"({"message":"App bundle successfully pushed","manifest":{)")) << good.body;
  EXPECT_TRUE(good.body.ends_with("},\"warnings\":" + odd + "}")) << good.body;
  const answer dry = on.ask("POST", "/app-bundle/validate", "root", zip_type, stage::bundle_with("odd"));
  EXPECT_TRUE(dry.body.starts_with(R"({"valid":true,"errors":[],"warnings":)" + odd)) << dry.body;
  const answer refused = on.push(stage::bundle_with("odd", R"({"properties": {"a": {"format": "emial"}}})"));
  EXPECT_EQ(refused.status, 400);
  EXPECT_TRUE(has(refused.body, "emial") && has(refused.body, R"("warnings":)" + odd)) << refused.body;
  EXPECT_FALSE(has(on.push(bundle()).body, "warnings")) << "there are none";
}

TEST(bundles, what_others_in_the_program_refuse_becomes_no_version) {
  const server on;
  const answer refused = on.push(stage::bundle_with("bad"));
  EXPECT_EQ(refused.status, 400);
  EXPECT_TRUE(has(refused.body, R"("errors":[{"message":"this is bad")")) << refused.body;
  EXPECT_EQ(on.versions(), R"({"versions":[]})");
}

TEST(bundles, a_dry_run_tells_the_same_and_makes_no_version) {
  const server on;
  const answer good = on.ask("POST", "/app-bundle/validate", "root", zip_type, bundle());
  EXPECT_EQ(good.status, 200);
  EXPECT_TRUE(good.body.starts_with(R"({"valid":true,"errors":[],"warnings":[])")) << good.body;
  const answer bad = on.ask("POST", "/app-bundle/validate", "root", zip_type, "no ZIP");
  EXPECT_EQ(bad.status, 400);
  EXPECT_TRUE(has(bad.body, R"("valid":false)"));
  EXPECT_EQ(on.versions(), R"({"versions":[]})");
}

TEST(bundles, a_request_that_brings_no_bundle_is_400_and_says_what_is_expected) {
  const server on;
  const auto said = [&](std::string_view headers, std::string_view body) {
    const answer one = on.ask("POST", "/app-bundle/push", "root", headers, body);
    EXPECT_EQ(one.status, 400);
    return member(one.body, "message");
  };
  const std::string form = "Content-Type: multipart/form-data; boundary=cut\r\n";
  EXPECT_EQ(said("", bundle()), "Invalid request format. Expected multipart form with a 'bundle' file");
  EXPECT_EQ(said("Content-Type: application/json\r\n", "{}"),
            "Invalid request format. Expected multipart form with a 'bundle' file");
  EXPECT_TRUE(said(form, stage::form_of(bundle(), "other")).starts_with("Failed to get bundle file from form"));
  EXPECT_TRUE(said(form, stage::form_of("")).starts_with("Failed to get bundle file from form"));
  const std::string one = stage::form_of(bundle());
  EXPECT_EQ(said(form, one.substr(0, one.size() - std::string_view("--cut--\r\n").size()) + one),
            "Failed to get bundle file from form: 2 parts are called 'bundle', and one is wanted");
  EXPECT_TRUE(said(form, "--cut\r\n").starts_with("The form cannot be read: "));
  EXPECT_EQ(on.ask("POST", "/app-bundle/push", "root", zip_type, bundle()).status, 200) << "a body of its own will do";
  EXPECT_EQ(on.ask("POST", "/app-bundle/push", "root", zip_type, std::string((32U << 20U) + 1, 'x')).status, 413);
}

TEST(bundles, a_hostile_zip_is_400_with_the_finding) {
  const server on;
  const auto refused = [&](form_test::written_zip& zip, std::string_view why) {
    const answer said = on.push(zip.bytes());
    EXPECT_EQ(said.status, 400) << why;
    EXPECT_TRUE(has(said.body, why)) << said.body.substr(0, 1000);
  };
  const auto with = [&](std::string_view path, std::string_view why, mode_t mode = form_test::plain_file) {
    form_test::written_zip zip;
    zip.add("app/index.html").add(path, "evil", mode);
    refused(zip, why);
  };
  with("../evil", "leads out of its folder");
  with(in_app("../../evil"), "leads out of its folder");
  with("/etc/evil", "has an absolute path");
  with(in_app("link"), "is a symbolic link", form_test::symbolic_link);
  with("app/index.html", "is there more than once");
  {
    form_test::written_zip zip;
    zip.add("app/index.html").add(in_app("bomb"), std::string(std::size_t{8} << 20U, '\0'));
    refused(zip, "looks like a bomb");
  }
  const std::string whole = bundle();
  form_test::written_zip bent;
  bent.add("a").path();
  bent.bend(whole.substr(0, whole.size() - 30));
  refused(bent, "failed to open bundle");
  std::string encrypted = whole;
  encrypted[whole.find("PK\x01\x02") + 8] |= 1;
  bent.bend(encrypted);
  refused(bent, "is encrypted");
  std::string damaged = whole;
  damaged[whole.find("index.html") + 10] = static_cast<char>(damaged[whole.find("index.html") + 10] ^ 0x55);
  bent.bend(damaged);
  refused(bent, "entry 'app/index.html' cannot be unpacked: its packed bytes are damaged");
  bent.bend(form_test::many_entries(tenon::form::most_entries + 1, form_test::counted::by_64_bits));
  refused(bent, "it has more than 100000 entries");
  EXPECT_EQ(on.versions(), R"({"versions":[]})");
}

TEST(bundles, a_version_that_there_is_not_is_404_and_none_is_400) {
  const server on;
  on.push(bundle());
  for (const char* name : {"0002", "x", "-1", "1.0", "99999999999999999999", "..%2F0001"}) {
    const answer said = on.switch_to(name);
    EXPECT_EQ(said.status, 404) << name;
    EXPECT_TRUE(has(said.body, "does not exist")) << said.body;
  }
  EXPECT_EQ(on.switch_to("9").body,
            R"({"error":"version 9 does not exist","message":"Failed to switch to version 9"})");
  const answer none = on.ask("POST", "/app-bundle/switch", "root");
  EXPECT_EQ(none.status, 400);
  EXPECT_EQ(member(none.body, "message"), "Version is required");
}

// There whatever was oldest went, the active one too.
TEST(bundles, of_old_versions_so_many_are_kept_and_the_active_one_always) {
  server on(2);
  on.push(bundle("one"));
  on.switch_to("1");
  for (const char* text : {"two", "three", "four"}) on.push(bundle(text));
  EXPECT_EQ(on.versions(), R"({"versions":["0004","0003","0001 *"]})");
  EXPECT_EQ(on.get("/app-bundle/download/app/index.html").body, "one");
  EXPECT_EQ(on.switch_to("2").status, 404);
  on.switch_to("3");
  on.push(bundle("five"));
  EXPECT_EQ(on.versions(), R"({"versions":["0005","0004","0003 *"]})");
}

TEST(bundles, what_has_changed_is_told_from_the_older_neighbour) {
  const server on;
  on.push(bundle("", R"({"properties": {"a": {"type": "string"}, "b": {"type": "string"}}})"));
  on.push(bundle("", R"({"properties": {"a": {"type": "number"}, "c": {"type": "string"}}})", R"({"type": "Group"})"));
  form_test::written_zip third;
  third.add("app/index.html").add(in_form("schema.json", "well"), "{}").add(in_form("ui.json", "well"), "{}");
  on.push(third.bytes());
  EXPECT_EQ(on.get("/app-bundle/changes").status, 404) << "none is active";
  on.switch_to("2");
  const std::string second =
      R"({"compare_version_a":"0001","compare_version_b":"0002","form_changes":true,"ui_changes":true,)"
      R"("modified_forms":[{"form":"visit","schema_changed":true,"ui_changed":true,"core_changed":false,)"
      R"("added_fields":[{"field":"a","type":"number"},{"field":"c","type":"string"}],)"
      R"("removed_fields":[{"field":"a","type":"string"},{"field":"b","type":"string"}]}]})";
  EXPECT_EQ(on.get("/app-bundle/changes").body, second) << "the active one by itself";
  EXPECT_EQ(on.get("/app-bundle/changes?current=0002").body, second);
  EXPECT_EQ(on.get("/app-bundle/changes?preview=true").body,
            R"({"compare_version_a":"0002","compare_version_b":"0003","form_changes":true,"ui_changes":false,)"
            R"("new_forms":[{"form":"well"}],"removed_forms":[{"form":"visit"}]})");
  EXPECT_EQ(on.get("/app-bundle/changes?current=0001").body,
            R"({"compare_version_a":"0001","compare_version_b":"0001","form_changes":false,"ui_changes":false})");
  EXPECT_TRUE(on.get("/app-bundle/changes?current=3&target=1")
                  .body.starts_with(R"({"compare_version_a":"0001","compare_version_b":"0003")"));
  EXPECT_EQ(on.get("/app-bundle/changes?current=7").status, 404);
  EXPECT_EQ(on.get("/app-bundle/changes?target=7").status, 404);
  EXPECT_EQ(on.get("/app-bundle/changes?current=../x").status, 400);
}

// There a form with core fields could be pushed once.
TEST(bundles, core_fields_that_stay_as_they_are_are_accepted_and_others_refused) {
  const server on;
  const auto with = [&](std::string_view fields) {
    return on.push(bundle("", std::string(R"({"properties": {)").append(fields).append("}}")));
  };
  EXPECT_EQ(with(R"("core_id": {"type": "string"}, "age": {"x-core": true, "type": "number"})").status, 200);
  EXPECT_EQ(with(R"("age": {"type": "number", "x-core": true}, "core_id": {"type":"string"})").status, 200);
  EXPECT_EQ(
      with(R"("age": {"type": "number", "x-core": true, "title": "Age"}, "core_id": {"type": "string"}, "new": {})")
          .status,
      200)
      << "a title is for people";
  const answer said = with(R"("core_id": {"type": "number"})");
  EXPECT_EQ(said.status, 400);
  EXPECT_TRUE(has(said.body, "core_* fields cannot be modified: the following core fields were modified: age, core_id"))
      << said.body;
  EXPECT_TRUE(has(said.body, R"("file":")" + in_form("schema.json") + R"(","pointer":"/properties/core_id","line":1)"))
      << said.body;
  EXPECT_EQ(with(R"("age": {"type": "number"}, "core_id": {"type": "string"})").status, 400)
      << "a core field stays one";
}

TEST(bundles, core_fields_are_compared_as_they_are_asked_behind_references_and_in_parts) {
  const server on;
  const auto behind = [&](std::string_view type, std::string_view in_part) {
    return on.push(bundle("", std::string(R"({"definitions": {"d": {"type": ")")
                                  .append(type)
                                  .append(R"("}}, "properties": {"core_id": {"$ref": "#/definitions/d"}}, "allOf": [)")
                                  .append(R"({"properties": {"core_age": {"type": ")")
                                  .append(in_part)
                                  .append(R"("}}}]})")));
  };
  EXPECT_EQ(behind("string", "number").status, 200);
  EXPECT_EQ(behind("string", "number").status, 200);
  const answer other = behind("number", "number");
  EXPECT_EQ(other.status, 400);
  EXPECT_TRUE(has(other.body, "the following core fields were modified: core_id")) << other.body;
  EXPECT_TRUE(has(other.body, R"("pointer":"/properties/core_id","line":1)")) << other.body;
  const answer in_part = behind("string", "integer");
  EXPECT_EQ(in_part.status, 400);
  EXPECT_TRUE(has(in_part.body, "the following core fields were modified: core_age")) << in_part.body;
  const answer written_out =
      on.push(bundle("", R"({"properties": {"core_id": {"type": "string"}, "core_age": {"type": "number"}}})"));
  EXPECT_EQ(written_out.status, 200) << "it is asked as before: " << written_out.body;
}

TEST(bundles, tell_others_which_version_is_active) {
  server on;
  EXPECT_EQ(on.exported().version, "");
  on.push(bundle());
  on.switch_to("1");
  const tenon_bundles::active_bundle now = on.exported();
  EXPECT_EQ(now.version, "0001");
  EXPECT_TRUE(std::filesystem::is_regular_file(now.file));
  const auto told = on.told();
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told.front().version, "0001");
}

}  // namespace
