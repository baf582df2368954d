#include "pages.hpp"

#include <cstddef>
#include <optional>
#include <vector>

#include "tenon/form/render/draw_time.hpp"
#include "tenon/form/render/sheet.hpp"
#include "tenon/word/timestamp.hpp"

namespace tenon_bundles {

namespace form = tenon::form;
using form::canvas;
using form::sheet;

namespace {

constexpr tenon::literal style_sheet = "/bundles/bundles.css";

void draw_problem(canvas& to, std::string_view problem) {
  if (!problem.empty()) to.raw("<p class=\"problem\" role=\"alert\">").text(problem).raw("</p>\n");
}

void draw_upload(canvas& to) {
  to.raw("<h2>Upload a bundle</h2>\n<form method=\"post\" action=\"/bundles/push\" enctype=\"multipart/form-data\">\n");
  to.raw("<div class=\"question\"><label for=\"bundle\">A ZIP file</label>\n");
  to.raw(
      "<p class=\"hint\" id=\"about\">It becomes a version of its own, and nothing is shown of it before you switch ");
  to.raw("to it. Where something is wrong with it, you read what, and nothing is kept.</p>\n");
  to.raw("<input type=\"file\" id=\"bundle\" name=\"bundle\" accept=\".zip,application/zip\" required ");
  to.raw("aria-describedby=\"about\"></div>\n<button>Upload</button>\n</form>\n");
}

void draw_switch(canvas& to, std::string_view version) {
  to.raw("<form method=\"post\" action=\"/bundles/switch\"><input type=\"hidden\" name=\"version\"");
  to.attribute("value", version).raw("><button>Switch to ").text(version).raw("</button></form>\n");
}

void draw_count(canvas& to, std::size_t count, tenon::literal of_one, tenon::literal of_more) {
  to.number(count).raw(count == 1 ? of_one : of_more);
}

void draw_versions(canvas& to, const all_versions& of) {
  to.raw("<h2>Versions</h2>\n");
  if (of.kept.empty()) {
    to.raw("<p>There is none yet.</p>\n");
    return;
  }
  if (!of.active) to.raw("<p class=\"note\">None is active: switch to one.</p>\n");
  to.raw("<ul class=\"forms\">\n");
  for (const kept_version& one : of.kept) {
    const bundle_manifest& what = one->record().manifest;
    to.raw("<li><strong>").text(one->name()).raw("</strong>");
    if (one == of.active) to.raw(" <span class=\"note\">active</span>");
    to.raw("<p>");
    draw_count(to, what.files.size(), " file, ", " files, ");
    draw_count(to, one->record().forms.size(), " form, pushed ", " forms, pushed ");
    form::draw_time(to, tenon::timestamp_text(what.generated_at).value_or(""));
    to.raw("</p>");
    if (one != of.active) draw_switch(to, one->name());
    to.raw("</li>\n");
  }
  to.raw("</ul>\n");
}

void draw_findings(canvas& to, const std::vector<form::bundle_finding>& all, std::string_view looks = "problem") {
  to.raw("<ul class=\"forms\">\n");
  for (const form::bundle_finding& one : all) {
    to.raw("<li>");
    if (!one.file.empty()) {
      to.raw("<code>").text(one.file);
      if (one.line != 0) to.raw(":").number(one.line);
      to.raw("</code><br>");
    }
    to.raw("<span").attribute("class", looks).raw(">").text(one.message).raw("</span>");
    if (!one.advice.empty()) to.raw("<p class=\"hint\">").text(one.advice).raw("</p>");
    to.raw("</li>\n");
  }
  to.raw("</ul>\n");
}

}  // namespace

std::string log_in_page(std::string_view problem) {
  sheet page(style_sheet, "Log in", problem.empty() ? "" : "Wrong: ");
  canvas& to = page.begin_main("Bundles");
  draw_problem(to, problem);
  to.raw("<form method=\"post\" action=\"/bundles/log-in\">\n<div class=\"question\"><label for=\"token\">");
  to.raw(
      "The administrator's token</label>\n<p class=\"hint\" id=\"about\">It stands in the file "
      "<code>admin.token</code> ");
  to.raw("of the data directory.</p>\n<input type=\"password\" id=\"token\" name=\"token\" required ");
  to.raw("autocomplete=\"current-password\" aria-describedby=\"about\"></div>\n<button>Log in</button>\n</form>\n");
  return page.end();
}

std::string versions_page(const all_versions& of, std::string_view problem) {
  sheet page(style_sheet, "Bundles", problem.empty() ? "" : "Wrong: ");
  canvas& to = page.begin_main("Bundles");
  draw_problem(to, problem);
  draw_versions(to, of);
  draw_upload(to);
  to.raw("<form method=\"post\" action=\"/bundles/log-out\"><button class=\"quiet\">Log out</button></form>\n");
  return page.end();
}

std::string findings_page(const form::report& found, std::string_view made) {
  const std::size_t errors = found.errors().size(), warnings = found.warnings().size();
  sheet page(style_sheet, made.empty() ? "This bundle is not valid" : "The bundle is here",
             made.empty() ? "Wrong: " : "");
  page.with_way_back("/bundles", "All versions");
  canvas& to = page.begin_main(made.empty() ? "This bundle is not valid" : "The bundle is here");
  if (!made.empty()) to.raw("<p>It is version ").text(made).raw(", which is not active yet.</p>\n");
  if (!made.empty()) draw_switch(to, made);
  if (errors != 0) {
    to.raw("<p>Nothing of it was kept.</p>\n<h2>Errors: ").number(errors).raw("</h2>\n");
    draw_findings(to, found.errors());
  }
  if (warnings != 0) {
    to.raw("<h2>Warnings: ").number(warnings).raw("</h2>\n");
    draw_findings(to, found.warnings());
  }
  if (!found.notes().empty()) {
    to.raw("<h2>Notes: ").number(found.notes().size()).raw("</h2>\n");
    draw_findings(to, found.notes(), "note");
  }
  if (made.empty()) draw_upload(to);
  return page.end();
}

std::string refusal_page(std::string_view title, std::string_view sentence) {
  sheet page(style_sheet, title);
  page.with_way_back("/bundles", "All versions");
  page.begin_main(title).raw("<p>").text(sentence).raw("</p>\n");
  return page.end();
}

}  // namespace tenon_bundles
