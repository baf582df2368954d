// Forms that ask what a device can tell by itself: where it is, and what a code says that its camera sees.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "browser.hpp"
#include "form_server.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::string_view where_schema = R"({"type": "object", "title": "Visit", "required": ["at"], "properties": {
    "at": {"type": "object", "format": "gps", "title": "Where is it?"},
    "seen_from": {"type": "string", "format": "gps", "title": "Seen from"},
    "stops": {"type": "array", "title": "Stops", "items": {"type": "object", "title": "Stop", "properties": {
      "at": {"type": "object", "format": "gps", "title": "Where was it?"}}}}}})";
constexpr std::string_view tag_schema = R"({"type": "object", "title": "Visit", "properties": {
    "tag": {"type": "string", "format": "qrcode", "title": "Tag", "maxLength": 20}}})";

// Whoever is asked answers when the test says so: by told(...) or failed({code: 3}).
constexpr std::string_view slow_device =
    "navigator.geolocation.getCurrentPosition = (good, bad) => { window.told = good; window.failed = bad; }";
// A browser of a phone has one. What it finds in a picture is told by how wide that is: so many codes.
constexpr std::string_view reader_of_codes =
    "window.BarcodeDetector = class { static async getSupportedFormats() { return ['aztec', 'qr_code']; } "
    "constructor({formats}) { this.formats = formats; } async detect(picture) { "
    "if (!(picture instanceof ImageBitmap) || this.formats.join() !== 'qr_code') throw new TypeError('no picture'); "
    "return [...Array(picture.width - 1).keys()].map((i) => ({rawValue: 'KE-' + i})); } }";

class helped_form : public testing::Test {
 protected:
  static void write(const fs::path& file, std::string_view text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }
  void serve(std::string_view schema, std::string_view ui = R"({"type": "Control", "scope": "#"})") {
    const fs::path root = fs::path(folder_.path()) / "bundle";
    write(root / "app/index.html", "");
    write(root / "forms/visit/schema.json", schema);
    write(root / "forms/visit/ui.json", ui);
    server_ = std::make_unique<browser_test::form_server>(TENON_EXAMPLE_SURVEY, root.string());
    open();
  }
  void open() {
    chromium_.open(server_->page("/forms/visit"));
    chromium_.wait_until("document.documentElement.classList.contains('scripted')");
  }
  // A picture in the oldest format, one line of white.
  std::string picture_of(int width) {
    const auto four = [](int value) {
      std::string out;
      for (int i = 0; i < 4; ++i)
        out += static_cast<char>(static_cast<unsigned>(value) >> (8U * static_cast<unsigned>(i)));
      return out;
    };
    const int bytes = (width * 3 + 3) / 4 * 4;
    const std::string text = "BM" + four(54 + bytes) + four(0) + four(54) + four(40) + four(width) + four(1) +
                             std::string("\1\0\x18\0", 4) + four(0) + four(bytes) + std::string(16, '\0') +
                             std::string(static_cast<std::size_t>(bytes), '\xff');
    const fs::path file = fs::path(folder_.path()) / (std::to_string(width) + ".bmp");
    write(file, text);
    return file.string();
  }
  void allow(bool may_know) { chromium_.let_know_the_position(server_->page(""), may_know); }
  std::string value(std::string_view selector) {
    return chromium_.text(std::string("document.querySelector(`").append(selector).append("`).value"));
  }
  void wait_for_words(std::string_view words, std::string_view within = "main") {
    chromium_.wait_until(std::string("[...document.querySelectorAll(`")
                             .append(within)
                             .append(" [role=status]`)].some((one) => one.textContent.includes(`")
                             .append(words)
                             .append("`))"));
  }
  void send() { chromium_.click("main form > p > button"); }
  std::string kept() {
    chromium_.wait_until("location.pathname === '/forms/visit/sent'");
    return server_->observations("visit");
  }

  tenon::testing::scratch_folder folder_{};
  std::unique_ptr<browser_test::form_server> server_{};
  browser_test::browser chromium_{};
};

bool tells(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

TEST_F(helped_form, takes_the_position_that_the_browser_tells_and_sends_it) {
  serve(where_schema);
  allow(true);
  chromium_.be_at({{"latitude", -1.292066123}, {"longitude", 36.821946}, {"accuracy", 11.4}});
  chromium_.value_of("document.querySelector('[name=\"/at/altitude\"]').value = '1700'");
  chromium_.click(".tools button");
  wait_for_words("The position is taken, to about 12 metres.");
  EXPECT_EQ(value("[name='/at/latitude']"), "-1.2920661");
  EXPECT_EQ(value("[name='/at/longitude']"), "36.821946");
  EXPECT_EQ(value("[name='/at/altitude']"), "") << "what was of another place";
  EXPECT_EQ(value("[name='/at/accuracy']"), "11.4");
  chromium_.click("#q0 ~ fieldset .tools button, fieldset:has([name='/seen_from']) .tools button");
  chromium_.wait_until("document.querySelector(\".latitude[name='/seen_from']\").value !== ''");
  send();
  const std::string all = kept();
  EXPECT_TRUE(tells(all, R"("at":{"accuracy":11.4,"latitude":-1.2920661,"longitude":36.821946})")) << all;
  EXPECT_TRUE(tells(all, R"("seen_from":"geo:-1.2920661,36.821946;u=11.4")")) << all;
}

// Empty where it says nothing.
std::string_view said_of(const boost::json::object& node, std::string_view what) {
  const auto* about = node.if_contains(what);
  const auto* told = about == nullptr ? nullptr : about->as_object().if_contains("value");
  return told == nullptr ? std::string_view() : std::string_view(told->as_string());
}

TEST_F(helped_form, names_all_of_it_to_those_who_do_not_see_it_and_fits_on_a_phone) {
  chromium_.run_first(reader_of_codes);
  chromium_.be_wide(360);
  serve(R"({"type": "object", "properties": {"at": {"type": "object", "format": "gps", "title": "Where is it?"},
      "tag": {"type": "string", "format": "qrcode", "title": "Tag"}}})");
  chromium_.wait_until("document.querySelectorAll('.tools').length === 2");
  EXPECT_TRUE(chromium_.is("document.documentElement.scrollWidth <= innerWidth"));
  const std::set<std::string_view> fields{"textbox", "spinbutton", "button"};
  std::set<std::string> all;
  const boost::json::value tree = chromium_.accessibility_tree();
  for (const auto& one : tree.as_array()) {
    const auto& node = one.as_object();
    if (node.at("ignored").as_bool()) continue;
    const std::string_view role = said_of(node, "role"), name = said_of(node, "name");
    if (role == "group" || role == "status" || fields.contains(role))
      all.insert(std::string(role) + " " + std::string(name));
    EXPECT_FALSE(fields.contains(role) && name.empty()) << boost::json::serialize(one);
  }
  for (const char* one : {"group Where is it?", "button Take the position", "spinbutton Latitude",
                          "spinbutton Accuracy", "textbox Tag", "status "})
    EXPECT_TRUE(all.contains(one)) << one;
  EXPECT_TRUE(std::ranges::any_of(all, [](const std::string& one) {
    return one.find("Read it from a picture") != std::string::npos && one.find("for Tag") != std::string::npos;
  }));
}

TEST_F(helped_form, says_in_words_why_there_is_no_position_and_changes_nothing) {
  serve(where_schema);
  allow(false);
  chromium_.click("[name='/at/latitude']");
  chromium_.type("5");
  chromium_.click(".tools button");
  wait_for_words("This page may not know where you are.");
  allow(true);
  chromium_.be_at({});
  chromium_.click(".tools button");
  wait_for_words("No position can be had here.");
  chromium_.value_of(slow_device);
  chromium_.click(".tools button");
  wait_for_words("Looking for the position.");
  chromium_.value_of("failed({code: 3})");
  wait_for_words("It took too long to find the position.");
  chromium_.value_of("Object.defineProperty(window, 'isSecureContext', {value: false}), null");
  chromium_.click(".tools button");
  wait_for_words("only to pages that come over HTTPS");
  EXPECT_EQ(value("[name='/at/latitude']"), "5");
}

TEST_F(helped_form, has_no_button_where_the_browser_or_the_form_has_no_use_for_one) {
  chromium_.run_first("delete Navigator.prototype.geolocation");
  serve(where_schema);
  EXPECT_FALSE(chromium_.is("Boolean(document.querySelector('.tools'))"));
  browser_test::browser other;
  serve(R"({"properties": {"at": {"type": "object", "format": "gps", "readOnly": true}}})");
  other.open(server_->page("/forms/visit"));
  other.wait_until("document.documentElement.classList.contains('scripted')");
  EXPECT_FALSE(other.is("Boolean(document.querySelector('.tools'))")) << "it is read only";
}

TEST_F(helped_form, fills_the_entry_in_which_the_position_was_asked_for_whatever_was_done_to_the_list_meanwhile) {
  serve(where_schema);
  chromium_.value_of(slow_device);
  chromium_.click("button[name=add]");
  chromium_.wait_until("document.activeElement.textContent === 'Take the position'");
  chromium_.press("Enter");
  wait_for_words("Looking for the position.", ".entry");
  chromium_.click("button[name=add]");
  chromium_.wait_until("document.querySelectorAll('.entry').length === 2");
  chromium_.value_of("told({coords: {latitude: 1, longitude: 2, altitude: 3, accuracy: null}})");
  EXPECT_EQ(value("[name='/stops/0/at/longitude']"), "2");
  EXPECT_EQ(value("[name='/stops/0/at/altitude']"), "3");
  EXPECT_EQ(value("[name='/stops/1/at/longitude']"), "");
  wait_for_words("The position is taken.", ".entry");

  chromium_.click(".entry .tools button");
  wait_for_words("Looking for the position.", ".entry");
  chromium_.click("button[name=remove][value='/stops/0']");
  chromium_.wait_until("document.querySelectorAll('.entry').length === 1");
  chromium_.value_of("told({coords: {latitude: 9, longitude: 9, altitude: 9, accuracy: 9}})");
  EXPECT_EQ(value("[name='/stops/0/at/longitude']"), "") << "that entry is not there any more where it was";
}

TEST_F(helped_form, stays_at_the_button_where_the_position_opens_a_question) {
  serve(R"({"properties": {"at": {"type": "object", "format": "gps"}, "why": {"type": "string", "title": "Why?"}}})",
        R"({"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/at"},
          {"type": "Control", "scope": "#/properties/why", "rule": {"effect": "SHOW", "condition":
            {"scope": "#/properties/at/properties/latitude", "schema": {"type": "number", "maximum": 0}}}}]})");
  allow(true);
  chromium_.be_at({{"latitude", -1}, {"longitude", 36}, {"accuracy", 1}});
  chromium_.value_of("document.querySelector('.tools button').focus()");
  chromium_.press("Enter");
  chromium_.wait_until("Boolean(document.querySelector('[name=\"/why\"][type=text]'))");
  EXPECT_EQ(chromium_.text("document.activeElement.textContent"), "Take the position");
  wait_for_words("The position is taken, to about 1 metre.");
  EXPECT_EQ(chromium_.value_of("document.querySelectorAll('.tools').length"), 1);
}

TEST_F(helped_form, leaves_a_position_alone_that_an_answer_has_closed_while_it_was_looked_for) {
  serve(R"({"properties": {"at": {"type": "object", "format": "gps"}, "far": {"type": "boolean", "title": "Far?"}}})",
        R"({"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/at", "rule": {
            "effect": "DISABLE", "condition": {"scope": "#/properties/far", "expectedValue": true}}},
          {"type": "Control", "scope": "#/properties/far"}]})");
  chromium_.value_of(slow_device);
  chromium_.click(".tools button");
  chromium_.click("[name='/far']");
  chromium_.wait_until("Boolean(document.querySelector('fieldset.closed .tools'))");
  chromium_.value_of("told({coords: {latitude: 1, longitude: 2, altitude: 3, accuracy: 4}})");
  EXPECT_EQ(value("[type=number][name='/at/latitude']"), "");
}

TEST_F(helped_form, has_the_position_again_that_was_left_and_forgets_it_when_it_is_told_to) {
  serve(where_schema);
  for (const char* name : {"[name='/at/latitude']", ".longitude[name='/seen_from']"}) {
    chromium_.click(name);
    chromium_.type("7");
  }
  chromium_.click("h1");
  open();
  chromium_.wait_until("document.querySelector(\"[name='/at/latitude']\").value === '7'");
  EXPECT_EQ(value(".longitude[name='/seen_from']"), "7");
  EXPECT_EQ(value(".latitude[name='/seen_from']"), "");
  chromium_.click("#told button");
  chromium_.wait_until("document.querySelector(\"[name='/at/latitude']\").value === ''");
  EXPECT_EQ(chromium_.value_of("document.querySelectorAll('.tools').length"), 2);
  chromium_.value_of(slow_device);
  chromium_.click(".tools button");
  wait_for_words("Looking for the position.");
}

TEST_F(helped_form, asks_where_it_is_by_fields_alone_where_no_script_may_run) {
  chromium_.run_scripts(false);
  const fs::path root = fs::path(folder_.path()) / "bundle";
  write(root / "app/index.html", "");
  write(root / "forms/visit/schema.json", where_schema);
  write(root / "forms/visit/ui.json", R"({"type": "Control", "scope": "#"})");
  server_ = std::make_unique<browser_test::form_server>(TENON_EXAMPLE_SURVEY, root.string());
  chromium_.open(server_->page("/forms/visit"));
  EXPECT_FALSE(chromium_.is("Boolean(document.querySelector('.tools'))"));
  chromium_.click("[name='/at/latitude']");
  chromium_.type("91");
  chromium_.press("Enter");
  chromium_.wait_until("document.title.startsWith('Wrong: ')");
  EXPECT_EQ(value("[name='/at/latitude']"), "91");
  chromium_.click("#summary li:nth-child(2) a");
  chromium_.type("36.5");
  chromium_.value_of("document.querySelector(\"[name='/at/latitude']\").value = '-1.5'");
  chromium_.press("Enter");
  EXPECT_TRUE(tells(kept(), R"("at":{"latitude":-1.5,"longitude":36.5})"));
}

TEST_F(helped_form, reads_a_code_from_a_picture_in_the_page_and_says_what_it_says) {
  chromium_.run_first(reader_of_codes);
  serve(tag_schema);
  chromium_.wait_until("Boolean(document.querySelector('.tools input[type=file]'))");
  EXPECT_EQ(chromium_.text("document.querySelector('.tools input').labels[0].textContent"),
            "Read it from a picture, for Tag");
  EXPECT_TRUE(
      chromium_.is("document.querySelector('.tools input').matches('[accept=\"image/*\"][capture=environment]')"));
  chromium_.choose_file(".tools input", picture_of(1));
  wait_for_words("There is no code in the picture that can be read.");
  chromium_.choose_file(".tools input", picture_of(3));
  wait_for_words("There are several codes in the picture.");
  const fs::path broken = fs::path(folder_.path()) / "broken.png";
  write(broken, "no picture");
  chromium_.choose_file(".tools input", broken.string());
  wait_for_words("This is no picture that can be read.");
  EXPECT_EQ(value("[name='/tag']"), "");
  chromium_.choose_file(".tools input", picture_of(2));
  wait_for_words("The code says: KE-0");
  EXPECT_EQ(value("[name='/tag']"), "KE-0");
  chromium_.value_of("BarcodeDetector.prototype.detect = () => new Promise(() => {}), null");
  chromium_.choose_file(".tools input", picture_of(2));
  wait_for_words("Reading the picture.");
  chromium_.be_offline(true);
  send();
  wait_for_words("Your answers are kept here");
  chromium_.be_offline(false);
  wait_for_words("has been sent: 1.");
  const std::string all = server_->observations("visit");
  EXPECT_TRUE(tells(all, R"("data":{"tag":"KE-0"}})")) << "and the picture is none of it: " << all;
}

TEST_F(helped_form, asks_for_a_code_by_a_line_of_text_alone_where_the_browser_reads_none) {
  chromium_.run_first("delete window.BarcodeDetector");
  serve(tag_schema);
  chromium_.click("[name='/tag']");
  chromium_.type("KE-7");
  EXPECT_EQ(chromium_.value_of("document.querySelectorAll('.tools, input[type=file]').length"), 0);
  send();
  EXPECT_TRUE(tells(kept(), R"("data":{"tag":"KE-7"}})"));
}

TEST(fieldwork, keeps_where_a_plot_is) {
  const browser_test::form_server server(TENON_EXAMPLE_FIELDWORK);
  browser_test::browser chromium;
  chromium.let_know_the_position(server.page(""), true);
  chromium.be_at({{"latitude", -1.5}, {"longitude", 36.25}, {"accuracy", 3}});
  chromium.open(server.page("/forms/plot"));
  chromium.wait_until("Boolean(document.querySelector('.tools button'))");
  chromium.value_of(
      "for (const [name, value] of [['core_code', 'KE042'], ['holder', 'Ada'], ['size', '250']]) "
      "document.querySelector(`[name='/${name}']`).value = value");
  chromium.click(".tools button");
  chromium.wait_until("document.querySelector(\"[name='/corner/accuracy']\").value === '3'");
  chromium.click("main form > p > button");
  chromium.wait_until("location.pathname === '/forms/plot/sent'");
  const std::string all = server.observations("plot");
  EXPECT_TRUE(tells(all, R"("corner":{"accuracy":3,"latitude":-1.5,"longitude":36.25})")) << all;
}

}  // namespace
