#include "tenon/settings/sources.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tenon/settings/from_document.hpp"
#include "tenon/settings/read.hpp"
#include "tenon/word/restart.hpp"
#include "tenon/word/secret.hpp"

namespace {

using namespace std::chrono_literals;
using tenon::finding;
namespace settings = tenon::settings;

enum class level : unsigned char { quiet, loud };
struct limits {
  tenon::byte_size body{1U << 20U};
  int headers = 100;
};
struct http_settings {
  tenon::field<std::uint16_t, {.doc = "Where it listens."}> port = 8080;
  std::string address = "127.0.0.1";
  tenon::field<int, {.min = 1, .max = 64, .unit = "threads"}> threads = 2;
  std::chrono::milliseconds timeout = 10s;
  bool verbose = false;
  double ratio = 0.5;
  level log = level::quiet;
  limits most{};
  std::optional<int> backlog{};
  std::optional<limits> other{};
  std::vector<std::string> hosts{"localhost"};
  std::map<std::string, int> weights{};
  tenon::secret<std::string> password{};
  tenon::secret<int> pin{};
};

// What a host does: fill the sources, then read.
struct host {
  settings::sources sources{{{"local", true}, {"http"}, {"my-ext.two"}, {"plain"}}};
  std::vector<finding> findings{};
  std::vector<settings::origin> origins{};

  host& environment(std::vector<const char*> variables) {
    variables.push_back(nullptr);
    sources.add_environment(variables.data(), findings);
    return *this;
  }
  host& set(std::string_view assignment) {
    sources.add_assignment(assignment, findings);
    return *this;
  }
  host& file(std::string_view text) {
    settings::add_document(sources, text, "config.json", findings);
    return *this;
  }
  http_settings read(std::string_view extension = "http") {
    return settings::read<http_settings>(extension, sources, findings, &origins);
  }
  // All findings, one line each.
  std::vector<std::string> mistakes() {
    (void)read();
    std::vector<std::string> lines;
    for (const finding& one : findings) lines.push_back(to_string(one));
    return lines;
  }
  http_settings good(std::string_view extension = "http") {
    const http_settings value = read(extension);
    for (const finding& one : findings) ADD_FAILURE() << to_string(one);
    return value;
  }
};
using list = std::vector<std::string>;

TEST(settings_sources, leave_the_defaults_where_they_say_nothing) {
  const auto value = host().good();
  EXPECT_EQ(value.port, 8080);
  EXPECT_EQ(value.hosts, std::vector<std::string>{"localhost"});
}

TEST(settings_sources, overrule_each_other_whatever_the_order_in_which_they_are_added) {
  const char* const file = R"({"local": {"port": 1, "address": "file", "threads": 1, "ratio": 1}})";
  const char* const flat = R"({"address": "config", "threads": 2, "ratio": 2})";
  host forward, backward;
  forward.file(file);
  settings::add_extension_config(forward.sources, flat, forward.findings);
  forward.environment({"TENON_LOCAL__THREADS=3", "TENON_LOCAL__RATIO=3"}).set("local.ratio=4");
  backward.set("local.ratio=4").environment({"TENON_LOCAL__RATIO=3", "TENON_LOCAL__THREADS=3"});
  settings::add_extension_config(backward.sources, flat, backward.findings);
  backward.file(file);
  for (host* one : {&forward, &backward}) {
    const auto value = one->good("local");
    EXPECT_EQ(value.port, 1);
    EXPECT_EQ(value.address, "config");
    EXPECT_EQ(value.threads, 3);
    EXPECT_EQ(value.ratio, 4);
    EXPECT_EQ(source_of(one->origins, "/local/port"), "config.json");
    EXPECT_EQ(source_of(one->origins, "/local/address"), "EXTENSION_CONFIG");
    EXPECT_EQ(source_of(one->origins, "/local/threads"), "TENON_LOCAL__THREADS");
    EXPECT_EQ(source_of(one->origins, "/local/ratio"), "--set local.ratio");
    EXPECT_EQ(source_of(one->origins, "/local/verbose"), "default");
  }
}

TEST(settings_sources, of_one_kind_overrule_each_other_as_they_come) {
  EXPECT_EQ(host().set("http.port=1").set("http.port=2").good().port, 2);
}

TEST(settings_sources, call_an_implementation_by_its_name_or_by_the_alias) {
  const auto value = host()
                         .file(R"({"extension_impl": {"port": 1}})")
                         .environment({"TENON_EXTENSION_IMPL__ADDRESS=x"})
                         .set("extension_impl.threads=3")
                         .good("local");
  EXPECT_EQ(value.port, 1);
  EXPECT_EQ(value.address, "x");
  EXPECT_EQ(value.threads, 3);
}

TEST(settings_texts, are_read_by_the_type_of_the_field) {
  const auto value = host()
                         .set("http.port=80")
                         .set("http.address=a=b \"c\"")
                         .set("http.timeout=2min")
                         .set("http.verbose=true")
                         .set("http.ratio=2.5e-1")
                         .set("http.log=loud")
                         .set("http.most.body=8MiB")
                         .set("http.backlog=5")
                         .set("http.other.headers=7")
                         .set("http.weights.a=1")
                         .set("http.password=swordfish")
                         .good();
  EXPECT_EQ(value.port, 80);
  EXPECT_EQ(value.address, "a=b \"c\"");
  EXPECT_EQ(value.timeout, 2min);
  EXPECT_TRUE(value.verbose);
  EXPECT_EQ(value.ratio, 0.25);
  EXPECT_EQ(value.log, level::loud);
  EXPECT_EQ(value.most.body.bytes, 8U << 20U);
  EXPECT_EQ(value.most.headers, 100);
  EXPECT_EQ(value.backlog, 5);
  EXPECT_EQ(value.other.value().headers, 7);
  EXPECT_EQ(value.weights.at("a"), 1);
  EXPECT_EQ(value.password.reveal(), "swordfish");
}

TEST(settings_texts, of_an_optional_value_may_be_null) {
  EXPECT_FALSE(host().file(R"({"http": {"backlog": 5}})").set("http.backlog=null").good().backlog.has_value());
}

TEST(settings_texts, of_the_environment_have_names_in_capitals) {
  const auto value = host()
                         .environment({"TENON_MY_EXT_TWO__MOST__HEADERS=3",
                                       "TENON_MY_EXT_TWO__ADDRESS=", "TENON_MY_EXT_TWO__WEIGHTS__BIG=4"})
                         .good("my-ext.two");
  EXPECT_EQ(value.most.headers, 3);
  EXPECT_EQ(value.address, "");
  EXPECT_EQ(value.weights.at("big"), 4);
}

TEST(settings_texts, are_taken_from_no_other_variable) {
  EXPECT_EQ(host()
                .environment(
                    {"PATH=/bin", "TENON_DATA_DIR=/x", "TENON_HTTP=1", "XTENON_HTTP__PORT=1", "TENON_HTTP__PORT", ""})
                .mistakes(),
            list{});
}

TEST(settings_texts, that_do_not_fit_are_told_with_their_source_place_and_cure) {
  EXPECT_EQ(
      host()
          .environment(
              {"TENON_HTTP__PORT=eighty", "TENON_HTTP__THREADS=65", "TENON_HTTP__VERBOSE=yes", "TENON_HTTP__LOG=load"})
          .set("http.timeout=10")
          .set("http.backlog=99999999999")
          .set("http.ratio=inf")
          .set("http.most.body=huge")
          .mistakes(),
      (list{
          "TENON_HTTP__PORT: /http/port: expected a whole number between 0 and 65535, found \"eighty\". Write a "
          "number, e.g. 8080.",
          "TENON_HTTP__THREADS: /http/threads: expected a whole number between 1 and 64 (threads), found \"65\". Write "
          "a number, e.g. 2.",
          "TENON_HTTP__VERBOSE: /http/verbose: expected true or false, found \"yes\". Write true or false.",
          "TENON_HTTP__LOG: /http/log: expected one of \"quiet\" and \"loud\", found \"load\". Did you mean \"loud\"?",
          "--set http.timeout: /http/timeout: expected a length of time in whole milliseconds, found \"10\". Write "
          "e.g. 10s or 2min.",
          "--set http.backlog: /http/backlog: expected a whole number between -2147483648 and 2147483647, found "
          "\"99999999999\". "
          "Write a number, e.g. 0.",
          "--set http.ratio: /http/ratio: expected a number, found \"inf\". Write a number, e.g. 0.5.",
          "--set http.most.body: /http/most/body: expected an amount of bytes, found \"huge\". Write e.g. 8MiB, 500kB "
          "or 4096."}));
}

TEST(settings_texts, do_not_show_a_secret) {
  EXPECT_EQ(
      host().environment({"TENON_HTTP__PIN=swordfish"}).set("http.pin=12 34").mistakes(),
      (list{"TENON_HTTP__PIN: /http/pin: expected a whole number, found a text that is not shown. Write a number.",
            "--set http.pin: /http/pin: expected a whole number, found a text that is not shown. Write a number."}));
}

TEST(settings_texts, that_name_nothing_are_told_with_the_nearest_name) {
  EXPECT_EQ(
      host()
          .environment(
              {"TENON_HTPT__PORT=1", "TENON_HTTP__PROT=1", "TENON_HTTP__MOST__BDOY=1", "TENON_HTTP__PORT__X=1"})
          .set("htpt.port=1")
          .set("http.prot=1")
          .set("elsewhere.port=1")
          .set("http=1")
          .set("port")
          .mistakes(),
      (list{
          "TENON_HTPT__PORT: this program has no extension \"htpt\". Did you mean \"http\"?",
          "--set htpt.port: this program has no extension \"htpt\". Did you mean \"http\"?",
          "--set elsewhere.port: this program has no extension \"elsewhere\". It has: local, http, my-ext.two, plain.",
          "--set: expected extension.key=value, found \"http=1\".",
          "--set: expected extension.key=value, found \"port\".",
          "TENON_HTTP__PROT: /http/PROT: there is no such key. Did you mean \"PORT\"?",
          "TENON_HTTP__MOST__BDOY: /http/most/BDOY: there is no such key. Did you mean \"BODY\"?",
          "TENON_HTTP__PORT__X: /http/port: there is no \"X\" in it: this is a whole number between 0 and 65535. Set "
          "it as a whole.",
          "--set http.prot: /http/prot: there is no such key. Did you mean \"port\"?"}));
}

TEST(settings_texts, of_lists_and_objects_are_json_where_the_program_reads_json) {
  host reads;
  settings::let_texts_be_json(reads.sources);
  const auto value =
      reads.set(R"(http.hosts=["a", "b"])").set(R"(http.most={"headers": 3})").set(R"(http.weights={"x": 1})").good();
  EXPECT_EQ(value.hosts, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(value.most.headers, 3);
  EXPECT_EQ(value.most.body.bytes, 1U << 20U);
  EXPECT_EQ(value.weights.at("x"), 1);
  EXPECT_EQ(source_of(reads.origins, "/http/hosts/0"), "--set http.hosts");

  host wrong;
  settings::let_texts_be_json(wrong.sources);
  EXPECT_EQ(wrong.set("http.hosts=[\"a\", 3]").set("http.most=[").mistakes(),
            (list{"--set http.hosts: /http/hosts/1: expected a text, found 3. Write a text. Put it in quotes.",
                  "--set http.most: /http/most: the text ends before the JSON value does. A bracket or a quote is not "
                  "closed."}));

  EXPECT_EQ(host().set("http.hosts=[]").set("http.most={}").mistakes(),
            (list{"--set http.hosts: /http/hosts: this is a list, which takes JSON, and this program reads none. It "
                  "cannot be set from here.",
                  "--set http.most: /http/most: this is an object, which takes JSON, and this program reads none. Set "
                  "the values in it "
                  "one by one."}));
}

TEST(settings_sources, say_what_was_meant_for_an_extension_without_settings) {
  host one;
  one.environment({"TENON_PLAIN__X=1"}).file(R"({"plain": {}})");
  (void)one.read();
  one.sources.report_unread(one.findings);
  ASSERT_EQ(one.findings.size(), 2U);
  EXPECT_EQ(to_string(one.findings[0]), "config.json: /plain: the extension plain has no settings. Remove this.");
  EXPECT_EQ(to_string(one.findings[1]), "TENON_PLAIN__X: /plain: the extension plain has no settings. Remove this.");
}

TEST(settings_sources, let_an_implementation_without_settings_have_its_config) {
  host one;
  settings::add_extension_config(one.sources, R"({"apiKeyUrl": "x"})", one.findings);
  one.sources.report_unread(one.findings);
  EXPECT_TRUE(one.findings.empty());
}

}  // namespace
