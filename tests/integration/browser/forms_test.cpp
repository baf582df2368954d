// The pages of forms in a browser, of examples/survey as a process.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "browser.hpp"
#include "form_server.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace {

using browser_test::browser;
using browser_test::form_server;

struct survey : form_server {
  // Its own bundle, or that in a folder.
  explicit survey(const std::string& bundle = {}) : form_server(TENON_EXAMPLE_SURVEY, bundle) {}
};

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }
std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// A page whose script runs.
class scripted_form : public testing::Test {
 protected:
  void open(std::string_view path) {
    chromium_.open(server_.page(path));
    chromium_.wait_until("document.documentElement.classList.contains('scripted')");
  }
  survey server_{};
  browser chromium_{};
};

TEST_F(scripted_form, is_filled_in_wrongly_mended_sent_and_read_back) {
  open("/forms/household");
  chromium_.click("[name='/name']");
  chromium_.type("A");
  chromium_.click("[name='/size']");
  chromium_.type("4");
  chromium_.click("main form > p > button");
  chromium_.wait_until("document.activeElement.id === 'summary'");
  EXPECT_TRUE(chromium_.is("document.title.startsWith('Wrong: ')"));
  EXPECT_EQ(chromium_.text("document.querySelector('[name=\"/size\"]').value"), "4") << "what was typed stays";
  EXPECT_TRUE(chromium_.is("document.querySelector('[name=\"/name\"]').getAttribute('aria-invalid') === 'true'"));

  chromium_.click("#summary a");
  chromium_.wait_until("document.activeElement.name === '/name'");
  chromium_.press("End");
  chromium_.type("dams");
  chromium_.value_of("document.querySelector('[name=\"/visited\"]').value = '2026-03-01'");
  chromium_.click("[name='/consent']");
  chromium_.click("main form > p > button");
  chromium_.wait_until("location.pathname === '/forms/household/sent'");
  const std::string kept = server_.observations("household");
  EXPECT_TRUE(has(kept, R"("name":"Adams")") && has(kept, R"("size":4)")) << kept;
}

TEST_F(scripted_form, offers_choices_by_what_was_answered_without_a_button_and_stays_where_one_types) {
  open("/forms/water");
  EXPECT_FALSE(chromium_.is("document.querySelector('button[name=update]')?.checkVisibility() ?? false"));
  chromium_.click("[name='/season'][value=wet]");
  chromium_.wait_until("[...document.querySelectorAll('[name=\"/source\"] option')].some(one => one.value === 'rain')");
  EXPECT_TRUE(chromium_.is("document.querySelector('[name=\"/season\"][value=wet]').checked"));
  chromium_.click("[name='/people']");
  chromium_.type("5");
  chromium_.press("Tab");
  chromium_.type("10");
  chromium_.press("Tab");
  chromium_.wait_until("document.querySelector('[name=\"/each\"]').value === '2'");
  EXPECT_EQ(chromium_.text("document.activeElement.name"), "/each");
}

TEST_F(scripted_form, asks_about_what_was_typed_while_the_server_answered) {
  open("/forms/water");
  chromium_.value_of("window.at_first = document.querySelector('main form'), null");
  chromium_.wait_for_answers(400);
  chromium_.click("[name='/people']");
  chromium_.type("5");
  chromium_.press("Tab");
  chromium_.type("10");
  chromium_.wait_until("!at_first.isConnected");
  EXPECT_EQ(chromium_.text("document.activeElement.value"), "10");
  chromium_.press("Tab");
  chromium_.wait_until("document.querySelector('[name=\"/each\"]').value === '2'");
}

TEST_F(scripted_form, has_what_was_typed_after_it_was_left_and_begins_anew_when_it_is_told_to) {
  open("/forms/household");
  chromium_.click("[name='/name']");
  chromium_.type("Adams");
  chromium_.click("[name='/season'][value=wet]");
  open("/forms/well");
  EXPECT_FALSE(chromium_.is("Boolean(document.getElementById('told'))")) << "a draft is of its form alone";
  open("/forms/household");
  chromium_.wait_until("document.querySelector('[name=\"/name\"]').value === 'Adams'");
  EXPECT_TRUE(chromium_.is("document.querySelector('[name=\"/season\"][value=wet]').checked"));
  chromium_.click("#told button");
  chromium_.wait_until("document.querySelector('[name=\"/name\"]').value === ''");
  open("/forms/household");
  EXPECT_EQ(chromium_.text("document.querySelector('[name=\"/name\"]').value"), "");
}

TEST_F(scripted_form, that_is_sent_is_no_draft_any_more) {
  open("/forms/well");
  chromium_.click("[name='/depth']");
  chromium_.type("12");
  chromium_.press("Enter");
  chromium_.wait_until("location.pathname === '/forms/well/sent'");
  open("/forms/well");
  EXPECT_EQ(chromium_.text("document.querySelector('[name=\"/depth\"]').value"), "");
  EXPECT_EQ(lines(server_.observations("well")), 1U);
}

TEST_F(scripted_form, that_is_sent_without_a_network_is_kept_in_the_browser_and_sent_once_there_is_one) {
  open("/forms/well");
  chromium_.click("[name='/depth']");
  chromium_.type("12");
  chromium_.be_offline(true);
  chromium_.press("Enter");
  chromium_.wait_until("document.getElementById('told')?.textContent.includes('cannot be reached') ?? false");
  EXPECT_EQ(server_.observations("well"), "");
  chromium_.be_offline(false);
  chromium_.wait_until("document.getElementById('told').textContent.includes('has been sent: 1.')");
  EXPECT_EQ(lines(server_.observations("well")), 1U);
  open("/forms");
  chromium_.wait_until("localStorage.getItem('tenon.outbox') === '[]'");
  EXPECT_EQ(lines(server_.observations("well")), 1U);
}

TEST_F(scripted_form, that_was_sent_while_the_server_was_away_is_sent_when_it_is_back) {
  open("/forms/well");
  chromium_.click("[name='/depth']");
  chromium_.type("12");
  server_.stop();
  chromium_.press("Enter");
  chromium_.wait_until("document.getElementById('told')?.textContent.includes('cannot be reached') ?? false");
  server_.start(server_.port());
  chromium_.wait_until("document.getElementById('told').textContent.includes('has been sent: 1.')");
  EXPECT_EQ(lines(server_.observations("well")), 1U);
}

TEST_F(scripted_form, that_was_opened_before_is_shown_without_a_network) {
  open("/forms/well");
  chromium_.wait_until("navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))");
  open("/forms/well");
  chromium_.be_offline(true);
  open("/forms/well");
  chromium_.click("[name='/depth']");
  chromium_.type("7");
  chromium_.press("Enter");
  chromium_.wait_until("document.getElementById('told')?.textContent.includes('cannot be reached') ?? false");
  chromium_.be_offline(false);
  chromium_.wait_until("document.getElementById('told').textContent.includes('has been sent: 1.')");
  EXPECT_TRUE(has(server_.observations("well"), R"("depth":7)"));
}

// Empty where it says nothing.
std::string_view said(const boost::json::object& node, std::string_view what) {
  const auto* about = node.if_contains(what);
  const auto* value = about == nullptr ? nullptr : about->as_object().if_contains("value");
  return value == nullptr ? std::string_view() : std::string_view(value->as_string());
}

TEST_F(scripted_form, names_every_field_to_those_who_do_not_see_it_and_fits_on_a_phone) {
  const std::set<std::string_view> fields{"textbox", "spinbutton", "combobox", "listbox",  "checkbox", "radio",
                                          "slider",  "button",     "link",     "DateTime", "Date"};
  chromium_.be_wide(360);
  for (const char* path : {"/forms", "/forms/household", "/forms/water", "/forms/well"}) {
    open(path);
    EXPECT_TRUE(chromium_.is("document.documentElement.scrollWidth <= innerWidth")) << path;
    const boost::json::value all = chromium_.accessibility_tree();
    for (const auto& one : all.as_array()) {
      const auto& node = one.as_object();
      if (node.at("ignored").as_bool() || !fields.contains(said(node, "role"))) continue;
      EXPECT_FALSE(said(node, "name").empty()) << path << ": " << boost::json::serialize(one);
    }
  }
}

TEST(form_in_a_browser, is_sent_where_no_script_may_run) {
  const survey server;
  browser chromium;
  chromium.run_scripts(false);
  chromium.open(server.page("/forms/well"));
  chromium.click("[name='/depth']");
  chromium.type("12");
  chromium.press("Enter");
  chromium.wait_until("location.pathname === '/forms/well/sent'");
  EXPECT_TRUE(has(server.observations("well"), R"("depth":12)"));
}

// Of somebody else's bundle, with rules and with a script wherever a text may be.
class foreign_form : public testing::Test {
 protected:
  static void write(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }
  const survey& serve(std::string_view schema, std::string_view ui) {
    const std::filesystem::path root = bundle_.path();
    write(root / "app/index.html", "");
    write(root / "forms" / "visit" / "schema.json", schema);
    write(root / "forms" / "visit" / "ui.json", ui);
    server_ = std::make_unique<survey>(bundle_.path());
    return *server_;
  }
  tenon::testing::scratch_folder bundle_{};
  std::unique_ptr<survey> server_{};
  browser chromium_{};
};

TEST_F(foreign_form, asks_what_an_answer_opens_at_once_and_keeps_what_was_said_to_be_wrong) {
  const survey& server = serve(
      R"({"type": "object", "required": ["kind", "legs", "name"], "properties": {
        "kind": {"type": "string", "enum": ["beast", "plant"]}, "name": {"type": "string", "title": "Name"},
        "legs": {"type": "integer", "title": "Legs"}}})",
      R"({"type": "VerticalLayout", "elements": [
        {"type": "Control", "scope": "#/properties/kind", "options": {"format": "radio"}},
        {"type": "Control", "scope": "#/properties/legs",
         "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/kind", "schema": {"const": "beast"}}}},
        {"type": "Control", "scope": "#/properties/name"}]})");
  chromium_.open(server.page("/forms/visit"));
  chromium_.wait_until("document.documentElement.classList.contains('scripted')");
  chromium_.click("main form > p > button");
  chromium_.wait_until("Boolean(document.getElementById('summary'))");
  EXPECT_FALSE(chromium_.is("Boolean(document.querySelector('[name=\"/legs\"]'))"));
  chromium_.click("[name='/kind'][value=beast]");
  chromium_.wait_until("Boolean(document.querySelector('[name=\"/legs\"]'))");
  EXPECT_TRUE(chromium_.is("document.querySelector('[name=\"/name\"]').getAttribute('aria-invalid') === 'true'"));
  chromium_.click("[name='/legs']");
  chromium_.type("4");
  chromium_.open(server.page("/forms"));
  chromium_.open(server.page("/forms/visit"));
  chromium_.wait_until("document.querySelector('[name=\"/legs\"]')?.value === '4'");
  EXPECT_TRUE(chromium_.is("document.querySelector('[name=\"/kind\"][value=beast]').checked"));
}

TEST_F(foreign_form, has_each_that_was_not_taken_when_it_was_sent_later) {
  const std::string ui = R"({"type": "Control", "scope": "#"})";
  serve(R"({"type": "object", "properties": {"name": {"type": "string", "title": "Name"}}})", ui);
  chromium_.open(server_->page("/forms/visit"));
  chromium_.wait_until("navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))");
  chromium_.open(server_->page("/forms/visit"));
  chromium_.be_offline(true);
  for (const char* name : {"first", "second"}) {
    chromium_.open(server_->page("/forms/visit"));
    chromium_.click("[name='/name']");
    chromium_.type(name);
    chromium_.press("Enter");
    chromium_.wait_until("document.getElementById('told')?.textContent.includes('cannot be reached') ?? false");
  }
  server_->stop();
  write(std::filesystem::path(bundle_.path()) / "forms" / "visit" / "schema.json",
        R"({"type": "object", "required": ["age"], "properties": {"name": {"type": "string", "title": "Name"},
          "age": {"type": "integer", "title": "Age"}}})");
  server_->start(server_->port());
  chromium_.be_offline(false);
  chromium_.open(server_->page("/forms"));
  chromium_.wait_until(
      "document.querySelector('#told .refused a') !== null && "
      "JSON.parse(localStorage.getItem('tenon.outbox')).every(one => one.refused)");
  chromium_.value_of(
      "window.link = document.querySelector('#told .refused a'), dispatchEvent(new Event('online')), "
      "new Promise(done => setTimeout(done, 300))");
  EXPECT_TRUE(chromium_.is("link.isConnected")) << "who is about to press it meets it";
  chromium_.click("#told .refused a");
  for (const char* name : {"first", "second"}) {
    chromium_.wait_until(std::string("document.querySelector('[name=\"/name\"]')?.value === '") + name + "'");
    EXPECT_TRUE(chromium_.is("document.querySelector('#told .draft').textContent.includes('was not taken')"));
    chromium_.click("[name='/age']");
    chromium_.type("7");
    chromium_.press("Enter");
    chromium_.wait_until("location.pathname === '/forms/visit/sent'");
    chromium_.open(server_->page("/forms/visit"));
  }
  EXPECT_EQ(chromium_.text("localStorage.getItem('tenon.outbox')"), "[]");
  EXPECT_EQ(lines(server_->observations("visit")), 2U);
}

TEST_F(foreign_form, is_signed_with_a_mouse_and_stays_so_when_it_comes_back) {
  const survey& server = serve(R"({"type": "object", "required": ["name", "sign"], "properties": {
      "name": {"type": "string", "title": "Name"}, "sign": {"type": "object", "format": "signature"}}})",
                               R"({"type": "Control", "scope": "#"})");
  chromium_.open(server.page("/forms/visit"));
  chromium_.wait_until("Boolean(document.querySelector('.pad'))");
  chromium_.click(".pad");
  chromium_.wait_until("document.querySelector('[name=\"/sign\"]').files.length === 1");
  chromium_.click(".drawing button");
  chromium_.wait_until("document.querySelector('[name=\"/sign\"]').files.length === 0");
  chromium_.click(".pad");
  chromium_.wait_until("document.querySelector('[name=\"/sign\"]').files.length === 1");
  chromium_.click("main form > p > button");
  chromium_.wait_until("Boolean(document.getElementById('summary'))");
  EXPECT_EQ(chromium_.text("document.querySelector('[name=\"/sign\"]').files[0].name"), "signature.png");
  EXPECT_FALSE(chromium_.is("Boolean(document.querySelector('.again'))"));
  chromium_.click("[name='/name']");
  chromium_.type("Ada");
  chromium_.click("main form > p > button");
  chromium_.wait_until("location.pathname === '/forms/visit/sent'");
  const std::string kept = server.observations("visit");
  EXPECT_TRUE(has(kept, R"("name":"signature.png")") && has(kept, R"("type":"image/png")")) << kept;
}

constexpr std::string_view with_people = R"({"type": "object", "properties": {
    "place": {"type": "string", "title": "Place"},
    "people": {"type": "array", "title": "People", "maxItems": 2, "items": {"type": "object", "title": "Person",
      "required": ["name"], "properties": {"name": {"type": "string", "title": "Name"},
      "age": {"type": "integer", "title": "Age"}}}}}})";

TEST_F(foreign_form, adds_entries_to_a_list_and_takes_them_away_in_place) {
  const survey& server = serve(with_people, R"({"type": "Control", "scope": "#"})");
  chromium_.open(server.page("/forms/visit"));
  chromium_.wait_until("document.documentElement.classList.contains('scripted')");
  chromium_.click("[name='/place']");
  chromium_.type("Here");
  chromium_.click("button[name=add]");
  chromium_.wait_until("document.activeElement.name === '/people/0/name'");
  chromium_.type("Ada");
  chromium_.click("button[name=add]");
  chromium_.wait_until("document.activeElement.name === '/people/1/name'");
  EXPECT_FALSE(chromium_.is("Boolean(document.querySelector('button[name=add]'))")) << "two are all that there may be";
  chromium_.type("Bob");
  chromium_.click("button[name=remove][value='/people/0']");
  chromium_.wait_until("document.activeElement.name === 'add'");
  EXPECT_EQ(chromium_.text("document.querySelector('[name=\"/people/0/name\"]').value"), "Bob");
  EXPECT_EQ(chromium_.text("document.querySelector('[name=\"/place\"]').value"), "Here");
  EXPECT_EQ(chromium_.text("location.pathname + location.hash"), "/forms/visit") << "it is the same page";

  chromium_.open(server.page("/forms"));
  chromium_.open(server.page("/forms/visit"));
  chromium_.wait_until("document.querySelector('[name=\"/people/0/name\"]')?.checkVisibility() ?? false");
  EXPECT_EQ(chromium_.text("document.querySelector('[name=\"/people/0/name\"]').value"), "Bob") << "it is a draft";
  chromium_.click("button[name=add]");
  chromium_.wait_until("document.activeElement.name === '/people/1/name'");
  chromium_.press("Enter");
  chromium_.wait_until("document.getElementById('summary')?.textContent.includes('Person 2, Name') ?? false");
  chromium_.click("#summary a");
  chromium_.type("Cay");
  chromium_.press("Enter");
  chromium_.wait_until("location.pathname === '/forms/visit/sent'");
  EXPECT_TRUE(has(server.observations("visit"), R"("people":[{"name":"Bob"},{"name":"Cay"}],"place":"Here")"));
}

TEST_F(foreign_form, loses_nothing_that_is_typed_while_an_entry_is_added) {
  const survey& server = serve(with_people, R"({"type": "Control", "scope": "#"})");
  chromium_.open(server.page("/forms/visit"));
  chromium_.wait_until("document.documentElement.classList.contains('scripted')");
  chromium_.wait_for_answers(400);
  chromium_.click("button[name=add]");
  chromium_.click("[name='/place']");
  chromium_.type("Here");
  chromium_.press("Tab");
  chromium_.wait_until("Boolean(document.querySelector('[name=\"/people/0/name\"]'))");
  EXPECT_EQ(chromium_.text("document.querySelector('[name=\"/place\"]').value"), "Here");
}

TEST_F(foreign_form, has_a_list_that_is_filled_in_where_no_script_may_run) {
  const survey& server = serve(with_people, R"({"type": "Control", "scope": "#"})");
  chromium_.run_scripts(false);
  chromium_.open(server.page("/forms/visit"));
  chromium_.click("[name='/place']");
  chromium_.type("Here");
  chromium_.click("button[name=add]");
  chromium_.wait_until("location.hash.endsWith('-0') && document.querySelector(location.hash) !== null");
  chromium_.click("[name='/people/0/name']");
  chromium_.type("Ada");
  chromium_.click("button[name=add]");
  chromium_.wait_until("Boolean(document.querySelector('[name=\"/people/1/name\"]'))");
  chromium_.click("button[name=remove][value='/people/1']");
  chromium_.wait_until("document.querySelector('[name=\"/people\"]').value === '1'");
  chromium_.click("[name='/people/0/age']");
  chromium_.type("7");
  chromium_.press("Enter");
  chromium_.wait_until("location.pathname === '/forms/visit/sent'");
  EXPECT_TRUE(has(server.observations("visit"), R"("people":[{"age":7,"name":"Ada"}],"place":"Here")"));
}

TEST_F(foreign_form, runs_no_script_that_stands_in_a_text) {
  const std::string evil = R"(<img src=x onerror=\"window.evil=1\"><script>window.evil=1</script>)";
  const survey& server = serve(R"({"type": "object", "title": ")" + evil + R"(", "description": ")" + evil +
                                   R"(", "properties": {"a": {"type": "string", "title": ")" + evil +
                                   R"(", "description": ")" + evil + R"(", "default": ")" + evil +
                                   R"(", "maxLength": 5}, "b": {"type": "string", "enum": [")" + evil + R"("]}}})",
                               R"({"type": "Group", "label": ")" + evil +
                                   R"(", "elements": [{"type": "Control", "scope": "#/properties/a"},
                                   {"type": "Control", "scope": "#/properties/b"}, {"type": "Label", "text": ")" +
                                   evil + R"("}]})");
  for (const char* path : {"/forms", "/forms/visit"}) {
    chromium_.open(server.page(path));
    chromium_.wait_until("document.documentElement.classList.contains('scripted')");
    EXPECT_FALSE(chromium_.is("'evil' in window")) << path;
    EXPECT_TRUE(chromium_.is("document.body.textContent.includes('<script>window.evil=1</script>')")) << path;
    EXPECT_EQ(chromium_.value_of("document.querySelectorAll('main img, main script').length"), 0) << path;
  }
  chromium_.click("[name='/a']");
  chromium_.type("<script>window.evil=1</script>");
  chromium_.click("main form > p > button");
  chromium_.wait_until("Boolean(document.getElementById('summary'))");
  EXPECT_FALSE(chromium_.is("'evil' in window"));
  EXPECT_TRUE(chromium_.is("document.querySelector('[name=\"/a\"]').value.endsWith('<script>window.evil=1</script>')"));
}

}  // namespace
