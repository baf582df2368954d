#include "pages.hpp"

#include "tenon/form/render/sheet.hpp"
#include "tenon/word/percent_encoded.hpp"

namespace tenon_forms {

namespace {

using tenon::form::canvas;
using tenon::form::sheet;

constexpr tenon::literal player = "/forms/player.js";

void link_back(sheet& page) { page.with_way_back("/forms", "All forms"); }

}  // namespace

std::string link_to(std::string_view form) { return std::string("/forms/").append(tenon::percent_encoded(form)); }

std::string list_page(const std::map<std::string, ready_form, std::less<>>& all, bool has_bundle) {
  sheet page(style_sheet, "Forms");
  canvas& to = page.with_script(player).begin_main("Forms");
  if (!has_bundle) to.raw("<p>No application is here. The setting <code>forms.bundle</code> names one.</p>\n");
  if (has_bundle && all.empty()) to.raw("<p>This application has no forms.</p>\n");
  if (!all.empty()) to.raw("<ul class=\"forms\">\n");
  for (const auto& [name, one] : all) {
    to.raw("<li>");
    if (one.why_not.empty())
      to.raw("<a").attribute("href", link_to(name)).raw(">").text(one.title).raw("</a>");
    else
      to.text(one.title).raw(" <span class=\"note\">cannot be shown: ").text(one.why_not).raw("</span>");
    if (!one.description.empty()) to.raw("<p>").text(one.description).raw("</p>");
    to.raw("</li>\n");
  }
  if (!all.empty()) to.raw("</ul>\n");
  return page.end();
}

std::string form_page(std::string_view title, std::string_view description, std::string_view drawn,
                      std::string_view fate) {
  sheet page(style_sheet, title, fate);
  page.with_script(player);
  link_back(page);
  canvas& to = page.begin_main(title);
  if (!description.empty()) to.raw("<p>").text(description).raw("</p>\n");
  page.html(drawn);
  return page.end();
}

std::string plain_page(std::string_view title, std::string_view sentence) {
  sheet page(style_sheet, title);
  link_back(page);
  page.begin_main(title).raw("<p>").text(sentence).raw("</p>\n");
  return page.end();
}

std::string who_are_you_page(bool can_log_in) {
  constexpr std::string_view title = "Who are you?";
  sheet page(style_sheet, title);
  link_back(page);
  canvas& to = page.begin_main(title).raw("<p>Only administrators may see what was sent. ");
  if (can_log_in)
    to.raw("<a href=\"/bundles\">Log in at the page of bundles</a>, and open this page again; or show");
  else
    to.raw("Show");
  to.raw(" the token of one with the request, in the header <code>Authorization: Bearer TOKEN</code>.</p>\n");
  return page.end();
}

std::string sent_page(const ready_form& of, std::string_view sentence) {
  sheet page(style_sheet, of.title);
  link_back(page);
  canvas& to = page.begin_main(of.title).raw("<p>").text(sentence).raw("</p>\n");
  to.raw("<p><a").attribute("href", link_to(of.name)).raw(">Fill in another one</a></p>\n");
  return page.end();
}

}  // namespace tenon_forms
