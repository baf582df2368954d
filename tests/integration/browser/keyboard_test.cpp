// The pages of forms for somebody who has a keyboard and nothing else.
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <string>
#include <string_view>

#include "browser.hpp"
#include "form_server.hpp"

namespace {

// Whether it can be seen where the keyboard is. The button inside of a date's field is the browser's own.
constexpr std::string_view is_shown =
    "!document.activeElement.matches(':focus') || (({outlineStyle, outlineWidth}) => "
    "outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)(getComputedStyle(document.activeElement))";

class keyboard : public testing::Test {
 protected:
  void open(const browser_test::form_server& server, std::string_view path) {
    chromium_.open(server.page(path));
    chromium_.wait_until("document.documentElement.classList.contains('scripted') || !document.querySelector('form')");
  }
  // Onwards until that has the focus.
  void go_to(const std::string& selector) {
    constexpr int most_stops = 120;
    const std::string there = "document.activeElement.matches(`" + selector + "`)";
    for (int stop = 0; stop < most_stops; ++stop) {
      if (chromium_.is(there)) return;
      chromium_.press("Tab");
    }
    FAIL() << "Tab does not lead to " << selector;
  }
  void type_into(const std::string& selector, std::string_view letters) {
    go_to(selector);
    chromium_.type(letters);
  }
  // By Tab to the end of the page; `stops` are what it led to. Parts of a field, as of a date, are one stop.
  void walk_through(const std::string& path) {
    chromium_.value_of("window.stops = []; true");
    for (;;) {
      chromium_.press("Tab");
      if (!chromium_.is("((at) => at !== document.body && (stops.at(-1) === at || !stops.includes(at)))"
                        "(document.activeElement)"))
        return;
      EXPECT_TRUE(chromium_.is(is_shown)) << path << ": " << chromium_.text("document.activeElement.outerHTML");
      chromium_.value_of("stops.at(-1) === document.activeElement || stops.push(document.activeElement); true");
    }
  }
  browser_test::browser chromium_{};
};

TEST_F(keyboard, finds_a_form_fills_it_in_wrongly_mends_and_sends_it) {
  const browser_test::form_server server(TENON_EXAMPLE_SURVEY);
  open(server, "/forms");
  go_to("a[href='/forms/household']");
  chromium_.press("Enter");
  chromium_.wait_until(
      "location.pathname === '/forms/household' && "
      "document.documentElement.classList.contains('scripted')");
  type_into("[name='/name']", "A");
  type_into("[name='/size']", "3");
  chromium_.press("ArrowUp");
  type_into("[name='/visited']", "03012026");
  go_to("[name='/season']");
  chromium_.press("Space");
  chromium_.press("ArrowDown");
  go_to("[name='/sources'][value=river]");
  chromium_.press("Space");
  type_into("[name='/stars']", "5");
  go_to("[name='/consent']");
  chromium_.press("Space");
  go_to("main form > p > button");
  chromium_.press("Enter");
  chromium_.wait_until("document.activeElement.id === 'summary'");

  go_to("#summary a");
  chromium_.press("Enter");
  chromium_.wait_until("document.activeElement.name === '/name'");
  chromium_.press("End");
  chromium_.type("dams");
  chromium_.press("Enter");
  chromium_.wait_until("location.pathname === '/forms/household/sent'");
  const std::string kept = server.observations("household");
  for (const std::string_view said :
       {R"("name":"Adams")", R"("size":4)", R"("visited":"2026-03-01")", R"("season":"wet")", R"("sources":["river"])",
        R"("stars":5)", R"("consent":true)"})
    EXPECT_NE(kept.find(said), std::string::npos) << said << " in " << kept;
}

TEST_F(keyboard, adds_an_entry_to_a_list_fills_it_in_and_takes_another_away) {
  const browser_test::form_server server(TENON_EXAMPLE_FIELDWORK);
  open(server, "/forms/plot");
  for (int entries = 1; entries <= 2; ++entries) {
    const std::string last = "[name='/workers/" + std::to_string(entries - 1) + "/name']";
    go_to("button[name='add']");
    chromium_.press("Enter");
    chromium_.wait_until("document.activeElement.matches(`" + last + "`)");
    chromium_.type(entries == 1 ? "Ada" : "Bea");
  }
  while (!chromium_.is("document.activeElement.matches(`button[name='remove']`)")) chromium_.press("Shift+Tab");
  chromium_.press("Space");
  chromium_.wait_until("document.querySelectorAll(`[name^='/workers/'][name$='/name']`).length === 1");
  EXPECT_EQ(chromium_.text("document.querySelector(`[name='/workers/0/name']`).value"), "Bea");
  EXPECT_TRUE(chromium_.is("document.activeElement !== document.body")) << "the keyboard is somewhere";
}

// Each stop comes later in the page than the one before, and all that a mouse can reach is among them.
TEST_F(keyboard, reaches_all_there_is_in_the_order_of_the_page_and_shows_where_it_is) {
  for (const char* program : {TENON_EXAMPLE_SURVEY, TENON_EXAMPLE_FIELDWORK}) {
    const browser_test::form_server server(program);
    open(server, "/forms");
    const auto forms = chromium_.value_of("[...document.querySelectorAll('main a')].map((one) => one.pathname)");
    for (const auto& form : forms.as_array()) {
      const std::string path(form.as_string());
      open(server, path);
      walk_through(path);
      EXPECT_TRUE(
          chromium_.is("stops.every((one, i) => i === 0 || "
                       "(stops[i - 1].compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING))"))
          << path;
      // Of buttons of which one is chosen the arrows reach the others.
      EXPECT_EQ(chromium_.text("[...document.querySelectorAll('a[href], button, input, select, textarea')].filter("
                               "(one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && "
                               "!stops.some((stop) => stop === one || (one.type === 'radio' && stop.name === one.name))"
                               ").map((one) => one.outerHTML).join()"),
                "")
          << path << " has what Tab does not lead to";
    }
  }
}

}  // namespace
