#include "tenon/form/render/sheet.hpp"

#include <utility>

namespace tenon::form {

namespace {

constexpr literal policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
constexpr literal policy_of_scripts = "; script-src 'self'; connect-src 'self'; worker-src 'self'";

}  // namespace

sheet::sheet(literal style_sheet, std::string_view title, std::string_view before_title) {
  to_.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
  to_.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  to_.text(before_title).text(title).raw("</title>\n<link rel=\"stylesheet\"").attribute("href", style_sheet.view());
  // Without a word about it a browser asks for an icon where there is none, and the log has a line of that.
  const std::string_view folder = style_sheet.view().substr(0, style_sheet.view().rfind('/'));
  to_.raw(">\n<link rel=\"icon\"").attribute("href", std::string(folder).append("/icon.svg"));
  to_.raw(">\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n");
}

sheet& sheet::with_script(literal path) {
  to_.raw("<script type=\"module\"").attribute("src", path.view()).raw("></script>\n");
  return *this;
}

sheet& sheet::with_way_back(literal path, literal words) {
  to_.raw("<nav class=\"back\" aria-label=\"Way back\"><a").attribute("href", path.view()).raw(">");
  to_.raw(words).raw("</a></nav>\n");
  return *this;
}

canvas& sheet::begin_main(std::string_view title) {
  return to_.raw("<main id=\"main\" tabindex=\"-1\">\n<h1>").text(title).raw("</h1>\n");
}

std::string sheet::end() {
  to_.raw("</main>\n</body>\n</html>\n");
  return std::move(out_);
}

response secured(response page, scripts may_run) {
  std::string allowed(policy.view());
  if (may_run == scripts::of_this_server) allowed.append(policy_of_scripts.view());
  return std::move(page)
      .with("Content-Security-Policy", std::move(allowed))
      .with("X-Content-Type-Options", "nosniff")
      .with("Referrer-Policy", "same-origin");
}

}  // namespace tenon::form
