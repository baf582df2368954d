#include "tenon/web/large_body.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "tenon/web/failure.hpp"
#include "tenon/word/byte_size.hpp"

namespace tenon::web {

namespace {

// No style sheet of anybody's is certain to be there.
constexpr std::string_view begin_page =
    "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n<title>This is too large</title>\n"
    "<style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 38rem; margin: 2rem auto; padding: 0 1rem "
    "}</style>\n"
    "<h1>This is too large</h1>\n";

}  // namespace

bool wants_page(std::span<const header> asked) {
  return std::ranges::any_of(asked, [](const header& one) {
    return same_field_name(one.name, "Accept") && one.value.find("text/html") != std::string_view::npos;
  });
}

response large_body_page(std::uint64_t limit, std::string_view advice) {
  std::string page(begin_page);
  page.append("<p>At most ").append(to_string(byte_size{limit})).append(" are taken at once, and you sent more. ");
  page.append("Nothing of it was kept.</p>\n<p>Go back, choose a smaller file, and send it again.");
  if (!advice.empty()) page.append(" ").append(advice);
  page.append("</p>\n");
  return uncached(response::html(std::move(page), 413));
}

}  // namespace tenon::web
