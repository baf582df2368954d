// Calls of drivers as forms: what a client of the original sends when files come with a call.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../drivers.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/word/file.hpp"

namespace {

struct frame {
  tenon::file picture{};
  std::string wood{};
};
struct album {
  static constexpr auto interface = tenon::interface{.name = "album"};
  struct add {
    static constexpr auto method = tenon::driver_method{.name = "add", .default_parameter = "cover"};
    using result = std::string;
    tenon::required<tenon::file> cover;
    std::string title{};
    std::vector<tenon::file> pages{};
    std::map<std::string, tenon::file> by_name{};
    std::optional<frame> around{};
    tenon::json::raw anything{};
  };
  struct copy {
    static constexpr auto method = tenon::driver_method{.name = "copy"};
    using result = tenon::file;
    std::optional<tenon::file> from{};
  };
  using methods = tenon::methods<add, copy>;
};
using shelf = tenon::driver<"shelf", album, {.to = tenon::granted::everyone}>;

std::string told(const tenon::file& one) { return "(" + one.name + " " + one.type + " " + one.bytes + ")"; }

struct keeper {
  static constexpr auto manifest = tenon::manifest{.name = "keeper", .version = "1.0.0"};
  using drivers = tenon::drivers<shelf>;
  std::string call(shelf, const album::add& given) {
    std::string out = told(given.cover) + given.title;
    for (const tenon::file& one : given.pages) out += told(one);
    for (const auto& [name, one] : given.by_name) out += name + told(one);
    if (given.around) out += told(given.around->picture) + given.around->wood;
    return out + given.anything.text;
  }
  tenon::file call(shelf, const album::copy& given) { return given.from.value_or(tenon::file{}); }
};

struct sent {
  std::string name, bytes;
  std::optional<std::string> file{};
};

class calls_by_form : public testing::Test {
 protected:
  calls_by_form() { app_.start(); }

  static std::string form(const std::vector<sent>& parts) {
    std::string body;
    for (const sent& one : parts) {
      body.append("--cut\r\nContent-Disposition: form-data; name=\"").append(one.name).append("\"");
      if (one.file) body.append("; filename=\"").append(*one.file).append("\"\r\nContent-Type: text/plain");
      body.append("\r\n\r\n").append(one.bytes).append("\r\n");
    }
    return body.append("--cut--\r\n");
  }
  tenon::response ask(std::string_view body, std::string_view type = "multipart/form-data; boundary=cut") {
    const std::vector<tenon::header> headers{{"Authorization", "quinn"}, {"Content-Type", type}};
    tenon::exchange one{.request = {.method = tenon::method::post,
                                    .method_name = "POST",
                                    .target = "/drivers/call",
                                    .path = "/drivers/call",
                                    .headers = headers,
                                    .body = body}};
    EXPECT_TRUE(app_.door().handle(app_.door().app, one));
    return std::move(one.response);
  }
  // The result of a method of `shelf`, or the whole answer where it has none.
  std::string call(const std::vector<sent>& parts, std::string_view method = R"("add")") {
    std::vector<sent> all{{"interface", R"("album")"}, {"driver", R"("shelf")"}, {"method", std::string(method)}};
    all.insert(all.end(), parts.begin(), parts.end());
    const tenon::response answer = ask(form(all));
    const std::string text(answer.body.view());
    constexpr std::string_view before = R"({"success":true,"service":{"name":"shelf","version":"1.0.0"},"result":)";
    constexpr std::string_view after = R"(,"metadata":{}})";
    if (!text.starts_with(before) || !text.ends_with(after)) return text;
    return text.substr(before.size(), text.size() - before.size() - after.size());
  }
  void is_no_call(const std::vector<sent>& parts, std::string_view why) {
    const tenon::response answer = ask(form(parts));
    EXPECT_EQ(answer.status, 400);
    EXPECT_NE(answer.body.view().find(R"("code":"bad_request")"), std::string_view::npos) << answer.body.view();
    EXPECT_NE(answer.body.view().find(why), std::string_view::npos) << answer.body.view();
  }

  static inline const sent cover{"args.cover", R"({"$":"file","size":5})"};
  static inline const sent cover_file{"file", "first", "c.txt"};
  tenon::app<drivers_door, tenon::testing::fake_http, tenon::testing::fake_identity, keeper> app_;
};

TEST_F(calls_by_form, hand_over_files_with_their_names_types_and_bytes) {
  EXPECT_EQ(call({cover, {"args.title", R"("Emma")"}, cover_file}), "\"(c.txt text/plain first)Emma\"");
  EXPECT_EQ(call({{"args", R"({"$":"file"})"}, cover_file}), "\"(c.txt text/plain first)\"");
  EXPECT_EQ(call({{"args", R"({"title":"Emma"})"}, cover, cover_file}), "\"(c.txt text/plain first)Emma\"");
  EXPECT_EQ(call({{"args.from", R"({"$":"file"})"}, {"x", "Hello", ""}}, R"("copy")"),
            R"("data:text/plain;base64,SGVsbG8=")");
}

TEST_F(calls_by_form, put_each_file_where_its_field_said) {
  const std::string file = R"({"$":"file"})";
  EXPECT_EQ(call({cover,
                  {"args.pages", file},
                  {"args.pages", file},
                  {"args.byName.x", file},
                  {"args.around.picture", file},
                  {"args.around.wood", R"("oak")"},
                  {"args.unknown", file},
                  cover_file,
                  {"a", "1", "1"},
                  {"a", "2", "2"},
                  {"a", "3", "3"},
                  {"a", "4", "4"},
                  {"a", "5", "5"}}),
            "\"(c.txt text/plain first)(1 text/plain 1)(2 text/plain 2)x(3 text/plain 3)(4 text/plain 4)oak\"");
  EXPECT_EQ(call({cover, {"args.pages", R"(["data:,0"])"}, {"args.pages", file}, cover_file, {"a", "1", "1"}}),
            "\"(c.txt text/plain first)(  0)(1 text/plain 1)\"");
}

TEST_F(calls_by_form, are_calls_without_files_too) {
  EXPECT_EQ(call({{"args.cover", R"("data:a/b,x")"}, {"args.anything", "[1]"}, {"args.anything", "2"}}),
            "\"( a/b x)[1,2]\"");
  EXPECT_EQ(call({{"args.cover", R"("data:,x")"}, {"args.anything", "1"}, {"args.anything", "[2]"}}),
            "\"(  x)[1,[2]]\"");
}

TEST_F(calls_by_form, are_objects_with_ways_as_keys_in_fields_of_any_name_as_in_the_original) {
  const auto told = [&](const std::vector<sent>& parts) { return std::string(ask(form(parts)).body.view()); };
  const std::string result = R"("result":"(c.txt text/plain first)Emma(1 text/plain 1)(2 text/plain 2))";
  EXPECT_NE(told({{"json", R"({"interface":"album", "method":"add", "args.title":"Emma","args.pages":{"$":"file"}})"},
                  {"json", R"({"args.pages":{"$":"file"},"args.cover":{"$":"file","size":5}})"},
                  {"a", "1", "1"},
                  {"a", "2", "2"},
                  cover_file})
                .find(result),
            std::string::npos);
  EXPECT_NE(told({{"interface", R"({"interface":"album","method":"copy","args":{"from":"data:,x"}})"}})
                .find(R"("result":"data:;base64,eA==")"),
            std::string::npos);
  is_no_call({{"json", R"({"args.cover":{"$":"file","size":4}})"}, cover_file}, "and has 5");
  is_no_call({{"json", R"({"interface":{"$":"file"}})"}, cover_file}, "Files belong below args");
  is_no_call({{"json", R"({"":1})"}}, "a field json with a member without a name");
  std::string many = "{";
  for (int i = 0; i <= 256; ++i) many.append(i == 0 ? "\"" : ",\"").append(std::to_string(i)).append("\":1");
  is_no_call({{"json", many + "}"}}, "a field json of more than 256 members");
}

TEST_F(calls_by_form, refuse_a_file_where_none_belongs) {
  const std::string file = R"({"$":"file"})";
  for (const char* name : {"args.title", "args.anything", "args.pages", "args.byName", "args.around.wood"})
    EXPECT_NE(call({cover, {name, file}, cover_file, {"a", "1", "1"}}).find("argument_consolidation_failed"),
              std::string::npos)
        << name;
  EXPECT_NE(call({cover, {"args.title", file}, cover_file, {"a", "1", "1"}}).find("expected string, and a file was"),
            std::string::npos);
  EXPECT_NE(call({{"args.title", R"("a")"}}).find("missing_required_argument"), std::string::npos);
}

TEST_F(calls_by_form, are_told_apart_from_what_is_no_call) {
  is_no_call({{"method", "add"}}, "a field method that is not JSON");
  is_no_call({cover}, "announces more files than it has");
  is_no_call({cover_file}, "that no field announces");
  is_no_call({cover, cover_file, cover_file}, "that no field announces");
  is_no_call({cover, cover_file, {"args.title", R"("a")"}}, "behind a file");
  is_no_call({cover, {"x", "longer", "c"}}, "announces 5 bytes of the file args.cover and has 6");
  is_no_call({{"args.cover", R"({"$":"file","size":"big"})"}, cover_file}, "in a way that is not understood");
  is_no_call({{"interface", R"({"$":"file"})"}, cover_file}, "Files belong below args");
  is_no_call({{"args", "7"}, {"args.title", "8"}}, "do not fit together");
  is_no_call({{"args..title", "8"}}, "do not fit together");
  is_no_call({{"", "{}"}}, "a field without a name");
  EXPECT_EQ(ask("--cut--", "multipart/form-data").status, 400);
  EXPECT_EQ(ask(form({cover}).substr(0, 60)).status, 400);
}

TEST_F(calls_by_form, are_json_calls_with_data_urls_as_well) {
  const auto json = [&](std::string_view from) {
    std::string body = R"({"interface":"album","method":"copy","args":{"from":)";
    return std::string(ask(body.append(from).append("}}"), "application/json").body.view());
  };
  EXPECT_NE(json(R"("data:a/b,Hello")").find(R"("result":"data:a/b;base64,SGVsbG8=")"), std::string::npos);
  EXPECT_NE(json("null").find(R"("result":"data:;base64,")"), std::string::npos);
  for (const char* none : {R"("/etc/passwd")", R"("~/a")", R"("http://127.0.0.1/a")", "7", "{}", R"({"$":"file"})"})
    EXPECT_NE(json(none).find("expected file, which is a part of a form or a data: URL"), std::string::npos) << none;
  EXPECT_NE(json(R"("data:;base64,*")").find("argument_consolidation_failed"), std::string::npos);
}

TEST_F(calls_by_form, have_parameters_that_lists_call_files) {
  const tenon::header token{"Authorization", "quinn"};
  tenon::exchange one{.request = {.method = tenon::method::get,
                                  .method_name = "GET",
                                  .target = "/drivers/list-interfaces",
                                  .path = "/drivers/list-interfaces",
                                  .headers = {&token, 1}}};
  EXPECT_TRUE(app_.door().handle(app_.door().app, one));
  const std::string_view list = one.response.body.view();
  EXPECT_NE(list.find(R"("cover":{"type":"file","required":true})"), std::string_view::npos) << list;
  EXPECT_NE(list.find(R"("from":{"type":"file","optional":true})"), std::string_view::npos) << list;
  EXPECT_NE(list.find(R"("pages":{"type":"json","subtype":"array","optional":true})"), std::string_view::npos) << list;
  EXPECT_NE(list.find(R"("result":{"type":"file"})"), std::string_view::npos) << list;
}

}  // namespace
