// Questions that are drawn by scripts of a bundle, in a browser.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "browser.hpp"
#include "form_server.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace {

constexpr std::string_view shouts = R"js(
export default function ({value = "", id, enabled, onChange}) {
  const field = document.createElement("input");
  Object.assign(field, {id, name: "loud", value: value.toUpperCase(), disabled: !enabled, className: "loud"});
  field.addEventListener("input", () => onChange(field.value.toLowerCase()));
  return Promise.resolve(field);
}
)js";

class bundle_modules : public testing::Test {
 protected:
  void write(const std::string& file, std::string_view text) const {
    const std::filesystem::path at = std::filesystem::path(bundle_.path()) / file;
    std::filesystem::create_directories(at.parent_path());
    std::ofstream(at) << text;
  }
  bundle_modules() {
    write("app/index.html", "");
    write("app/phases.mjs", "export const full = '\\u25cf', empty = '\\u25cb';");
    std::filesystem::create_directories(std::filesystem::path(bundle_.path()) / "fields");
    std::filesystem::copy_file(TENON_SOURCE_DIR "/tests/integration/browser/moons.js",
                               std::filesystem::path(bundle_.path()) / "fields/moons.js");
    write("forms/ext.json", R"({"renderers": {"moons": {
      "renderer": {"path": "fields/moons.js", "export": "Moons"},
      "tester": {"path": "fields/moons.js", "export": "moonsTester"}}}})");
    write("forms/visit/ui.json", R"({"type": "Control", "scope": "#"})");
    write("forms/visit/schema.json", R"({"type": "object", "required": ["moons"], "properties": {
      "moons": {"type": "integer", "format": "moons", "title": "Moons", "description": "How many there are.",
        "minimum": 2, "maximum": 4}, "name": {"type": "string", "title": "Name"}}})");
  }
  // A form of one question, which a module draws: what its key says goes over what is usual.
  void ask_by(std::string_view module, const std::string& entry) const {
    write("fields/moons.js", module);
    write("forms/ext.json", R"({"renderers": {"moons": )" + entry + "}}");
  }
  void open(std::vector<std::string> settings = {"forms.bundle_modules=true"}) {
    server_ = std::make_unique<browser_test::form_server>(TENON_EXAMPLE_SURVEY, bundle_.path(), std::move(settings));
    show();
  }
  void show() {
    chromium_.open(server_->page("/forms/visit"));
    chromium_.wait_until("document.documentElement.classList.contains('scripted')");
  }
  void wait_for(const std::string& selector) {
    chromium_.wait_until("document.querySelector(`" + selector + "`) !== null");
  }
  // Where a module has failed the field stands there, and the form can be sent.
  void expect_plain_field_and(const std::string& sentence) {
    chromium_.wait_until("document.querySelector('[data-type=renderer_load_error]') !== null");
    const std::string told = chromium_.text("document.querySelector('[data-type=renderer_load_error]').textContent");
    EXPECT_NE(told.find(sentence), std::string::npos) << told;
    EXPECT_NE(told.find("This is a plain field."), std::string::npos) << told;
    chromium_.click("[name='/moons']");
    chromium_.type("3");
    chromium_.press("Enter");
    chromium_.wait_until("location.pathname === '/forms/visit/sent'");
    EXPECT_NE(sent().find(R"("moons":3)"), std::string::npos) << sent();
  }
  // The server is told what this browser sees, once for all pages of the form.
  void expect_told(const std::string& message) {
    show();
    chromium_.wait_until(
        "fetch('/forms/visit/init').then(one => one.json()).then(one => "
        "one.extensions.errors.some(error => error.message === `" +
        message + "` && error.details === 'fields/moons.js, for /moons, as a browser tells'))");
    EXPECT_EQ(server_->how_often_said("form visit: a browser tells of a renderer_load_error of moons"), 1);
  }
  std::string sent() const { return server_->observations("visit"); }
  std::string field(const std::string& name) {
    return chromium_.text("document.querySelector('[name=\"" + name + "\"]').value");
  }

  mutable tenon::testing::scratch_folder bundle_{};
  std::unique_ptr<browser_test::form_server> server_{};
  browser_test::browser chromium_{};
};

constexpr const char* usual = R"({"name": "Moons", "format": "moons", "module": "fields/moons.js"})";

TEST_F(bundle_modules, draw_a_question_and_what_is_chosen_there_is_kept_as_a_draft_refused_mended_and_sent) {
  open();
  wait_for(".drawn .moons");
  EXPECT_FALSE(chromium_.is("document.querySelector('[name=\"/moons\"]').checkVisibility()"));
  chromium_.click(".moons button:nth-child(1)");
  EXPECT_EQ(field("/moons"), "1");
  chromium_.wait_until("localStorage.getItem('tenon.draft:/forms/visit')?.includes('[\"/moons\",\"1\"]') ?? false");

  show();
  wait_for(".drawn .moons");
  EXPECT_EQ(chromium_.text("document.querySelector('.moons').textContent"), "\u25cf\u25cb\u25cb\u25cb")
      << "it is a draft";
  chromium_.click("main form > p > button");
  chromium_.wait_until("document.title.startsWith('Wrong: ')");
  wait_for(".drawn .moons");
  chromium_.click("#summary a");
  chromium_.wait_until("document.activeElement.classList.contains('drawn')");
  chromium_.click(".moons button:nth-child(3)");
  chromium_.click("main form > p > button");
  chromium_.wait_until("location.pathname === '/forms/visit/sent'");
  EXPECT_NE(sent().find(R"("moons":3)"), std::string::npos) << sent();
}

TEST_F(bundle_modules, are_told_of_the_question_and_of_what_is_wrong_as_a_renderer_of_JsonForms_is) {
  ask_by(R"js(
    export const MoonsTester = (ui, schema, {rootSchema, config}) =>
      schema === rootSchema && schema.required[0] === "moons" && ui.scope === "#/properties/moons" && config ? 1 : -1;
    export function Moons({onChange, rootSchema, ui, schema, ...told}) {
      const all = document.createElement("output");
      all.textContent = JSON.stringify({...told, most: schema.maximum, type: ui.type, root: rootSchema.type});
      return all;
    })js",
         usual);
  open();
  wait_for(".drawn output");
  const std::string before =
      R"({"path":"/moons","label":"Moons","id":"q1","choices":[],"required":true,"enabled":true,)";
  const std::string behind = R"("most":4,"type":"Control","root":"object"})";
  EXPECT_EQ(chromium_.text("document.querySelector('.drawn output').textContent"), before + R"("errors":[],)" + behind);
  chromium_.click("main form > p > button");
  chromium_.wait_until("document.title.startsWith('Wrong: ')");
  wait_for(".drawn output");
  EXPECT_EQ(chromium_.text("document.querySelector('.drawn output').textContent"),
            before + R"("errors":["This is needed."],)" + behind);
}

TEST_F(bundle_modules, are_named_and_described_to_those_who_do_not_see_them) {
  open();
  wait_for(".drawn .moons");
  EXPECT_EQ(chromium_.text("[...['role', 'aria-labelledby', 'aria-describedby'].map(one => "
                           "document.querySelector('.drawn').getAttribute(one))].join()"),
            "group,q1-label,q1-hint");
  EXPECT_EQ(chromium_.text("document.getElementById('q1-label').firstChild.textContent.trim()"), "Moons");
}

TEST_F(bundle_modules, run_nowhere_where_nobody_has_said_so) {
  open({});
  EXPECT_TRUE(chromium_.is("document.querySelector('[name=\"/moons\"]').checkVisibility()"));
  EXPECT_TRUE(chromium_.is("document.querySelector('main').textContent.includes('This server has no renderer')"));
  EXPECT_FALSE(chromium_.is("performance.getEntriesByType('resource').some(one => one.name.includes('/moons'))"));
}

TEST_F(bundle_modules, leave_the_field_where_the_tester_says_that_it_does_not_apply) {
  ask_by("export const MoonsTester = () => -1; export const Moons = () => document.createElement('hr');", usual);
  open();
  chromium_.wait_until("document.querySelector('main').textContent.includes('No renderer of the bundle draws')");
  EXPECT_TRUE(chromium_.is("document.querySelector('[name=\"/moons\"]').checkVisibility()"));
  EXPECT_FALSE(chromium_.is("document.querySelector('.drawn') !== null"));
}

TEST_F(bundle_modules, that_throw_when_they_are_imported_cost_the_field_its_looks) {
  ask_by("throw new Error('no moon today');", usual);
  open();
  expect_plain_field_and("Failed to load renderer moons: no moon today.");
  expect_told("Failed to load renderer moons: no moon today");
}

TEST_F(bundle_modules, whose_tester_throws_cost_the_field_its_looks) {
  ask_by("export const MoonsTester = () => { throw new Error('no stars'); }; export const Moons = () => null;", usual);
  open();
  expect_plain_field_and("Failed to load renderer moons: no stars.");
  expect_told("Failed to load renderer moons: no stars");
}

TEST_F(bundle_modules, that_do_not_export_what_they_should_cost_the_field_its_looks) {
  ask_by("export const MoonsTester = () => 1;", usual);
  open();
  expect_plain_field_and(R"(Failed to load renderer moons: Renderer component "Moons" not found in module)");
}

TEST_F(bundle_modules, without_a_tester_cost_the_field_its_looks) {
  ask_by("export const Moons = () => document.createElement('hr');", usual);
  open();
  expect_plain_field_and(R"(moons: Tester function "MoonsTester" not found in module fields/moons.js.)");
}

TEST_F(bundle_modules, that_throw_when_they_draw_cost_the_field_its_looks) {
  ask_by("export const MoonsTester = () => 1; export const Moons = async () => { throw new Error('clouds'); };", usual);
  open();
  expect_plain_field_and("Failed to load renderer moons: clouds.");
  expect_told("Failed to load renderer moons: clouds");
}

TEST_F(bundle_modules, that_draw_nothing_of_a_page_cost_the_field_its_looks) {
  ask_by("export const MoonsTester = () => 1; export const Moons = () => '<b>evil</b>';", usual);
  open();
  expect_plain_field_and("Failed to load renderer moons: it gave no HTMLElement.");
}

TEST_F(bundle_modules, are_found_by_their_defaults_and_the_highest_rank_draws) {
  write("fields/one.js",
        "export default {tester: () => 3, renderer: () => Object.assign(document.createElement('i'), {id: 'one'})};");
  write("fields/two.js", "export default () => Object.assign(document.createElement('i'), {id: 'two'});");
  write("fields/rank.js", "export const high = (ui, schema, {config}) => (config ? 7 : -1);");
  write("forms/ext.json", R"({"renderers": {
    "one": {"name": "One", "format": "moons", "module": "fields/one.js"},
    "two": {"name": "Two", "format": "moons", "module": "fields/two.js", "tester": "high",
            "testerModule": "fields/rank.js"}}})");
  open();
  wait_for(".drawn #two");
  EXPECT_FALSE(chromium_.is("document.querySelector('#one, [data-type]') !== null"));
}

constexpr std::string_view loud_people = R"({"type": "object", "properties": {
    "kind": {"type": "string", "enum": ["beast", "plant"]},
    "people": {"type": "array", "title": "People", "items": {"type": "object", "title": "Person", "properties": {
      "name": {"type": "string", "format": "loud", "title": "Name"}}}},
    "word": {"type": "string", "format": "loud", "title": "Word"}}})";
constexpr std::string_view loud_ui = R"({"type": "VerticalLayout", "elements": [
    {"type": "Control", "scope": "#/properties/word"},
    {"type": "Control", "scope": "#/properties/kind",
     "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/word", "schema": {"minLength": 3}}}},
    {"type": "Control", "scope": "#/properties/people"}]})";

class loud_modules : public bundle_modules {
 protected:
  loud_modules() {
    write("fields/loud.js", shouts);
    write("fields/applies.js", "export default () => 1;");
    write("forms/ext.json", R"({"renderers": {"loud": {
      "renderer": {"path": "fields/loud.js", "export": "Loud"},
      "tester": {"path": "fields/applies.js", "export": "any"}}}})");
    write("forms/visit/schema.json", loud_people);
    write("forms/visit/ui.json", loud_ui);
    open();
    wait_for(".drawn .loud");
  }
};

TEST_F(loud_modules, stay_with_what_is_typed_into_them_when_an_answer_opens_something) {
  chromium_.value_of("window.at_first = document.querySelector('.loud'), null");
  chromium_.wait_for_answers(300);
  chromium_.click(".loud");
  chromium_.type("WE");
  chromium_.type("L");
  chromium_.wait_until("document.querySelector('[name=\"/kind\"]') !== null");
  EXPECT_TRUE(chromium_.is("at_first.isConnected && document.activeElement === at_first"));
  chromium_.type("L");
  EXPECT_EQ(field("/word"), "well");
  EXPECT_EQ(chromium_.text("at_first.value"), "WELL");
  chromium_.press("Enter");
  chromium_.wait_until("location.pathname === '/forms/visit/sent'");
  EXPECT_NE(sent().find(R"("word":"well")"), std::string::npos) << "no name of its own is sent: " << sent();
}

TEST_F(loud_modules, draw_entries_that_are_added_to_a_list_and_follow_them_when_one_is_taken_away) {
  for (const char* name : {"ADA", "BOB"}) {
    chromium_.click("button[name=add]");
    const std::string at = name == std::string_view("ADA") ? "0" : "1";
    wait_for("[data-path=\"/people/" + at + "/name\"] .loud");
    chromium_.click("[data-path='/people/" + at + "/name'] .loud");
    chromium_.type(name);
  }
  chromium_.click("button[name=remove][value='/people/0']");
  chromium_.wait_until("document.querySelectorAll('.entry .drawn').length === 1");
  EXPECT_EQ(chromium_.text("document.querySelector('.entry .loud').value"), "BOB");
  EXPECT_EQ(field("/people/0/name"), "bob");
  chromium_.click("main form > p > button");
  chromium_.wait_until("location.pathname === '/forms/visit/sent'");
  EXPECT_NE(sent().find(R"("people":[{"name":"bob"}])"), std::string::npos) << sent();
}

class later_modules : public loud_modules {
 protected:
  // Nothing is drawn by a module until there is an entry.
  later_modules() {
    write("forms/visit/ui.json", R"({"type": "Control", "scope": "#/properties/people"})");
    open();
  }
};

TEST_F(later_modules, draw_when_the_schema_can_be_had_again_and_the_server_hears_nothing_of_a_lost_network) {
  chromium_.value_of(
      "window.real_fetch = window.fetch, window.fetch = (to, ...all) => String(to).endsWith('/init') ? "
      "Promise.reject(new TypeError('no network')) : real_fetch(to, ...all), null");
  chromium_.click("button[name=add]");
  wait_for("[data-path='/people/0/name'] [data-type=renderer_load_error]");
  chromium_.value_of("window.fetch = real_fetch, null");
  chromium_.click("button[name=add]");
  wait_for("[data-path='/people/1/name'] .loud");
  EXPECT_EQ(server_->how_often_said("a browser tells of"), 0);
}

TEST_F(loud_modules, draw_without_a_network_what_was_opened_before) {
  chromium_.wait_until("navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))");
  show();
  wait_for(".drawn .loud");
  chromium_.be_offline(true);
  show();
  wait_for(".drawn .loud");
}

}  // namespace
