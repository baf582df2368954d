#include "answers.hpp"

#include <string>
#include <utility>

#include "pages.hpp"
#include "tenon/word/error.hpp"

namespace tenon_forms {

namespace {

// A page is what the server says and nothing else: no script, no style but its own, nothing from elsewhere, and it is
// sent nowhere else.
constexpr tenon::literal policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

tenon::response secured(tenon::response page) {
  return std::move(page)
      .with("Content-Security-Policy", std::string(policy))
      .with("X-Content-Type-Options", "nosniff")
      .with("Referrer-Policy", "same-origin");
}

tenon::response tagged(tenon::response of, const std::string& tag) {
  return std::move(of).with("ETag", tag).with("Cache-Control", "no-cache");
}

// RFC 9110 section 13.1.2: a list of tags, weak or not, or `*`.
bool has_it(const tenon::request& from, std::string_view tag) {
  const auto kept = from.header("If-None-Match");
  return kept && (*kept == "*" || kept->find(tag) != std::string_view::npos);
}

tenon::response page(const std::string& html, const std::string& tag, const tenon::request& from) {
  return tagged(secured(has_it(from, tag) ? tenon::response::empty(304) : tenon::response::html(html)), tag);
}

std::string unknown_form(std::string_view name) {
  return std::string("There is no form '").append(name.substr(0, 200)).append("' here.");
}

}  // namespace

tenon::response listed(const shelf& of, const tenon::request& from) {
  return page(of.list_page(), of.list_tag(), from);
}

tenon::response shown(const shelf& of, std::string_view name, const tenon::request& from) {
  const ready_form* found = of.find(name);
  if (found == nullptr) return secured(tenon::response::html(plain_page("Not found", unknown_form(name)), 404));
  if (!found->why_not.empty())
    return secured(tenon::response::html(plain_page("This form cannot be shown", found->why_not), 500));
  return page(found->empty_page, found->page_tag, from);
}

tenon::response init_data(const shelf& of, std::string_view name, const tenon::request& from) {
  const ready_form* found = of.find(name);
  if (found == nullptr) throw tenon::error(tenon::error_type::not_found, unknown_form(name));
  if (!found->why_not.empty()) throw tenon::error(tenon::error_type::server_misconfigured, found->why_not);
  const bool kept = has_it(from, found->init_tag);
  return tagged(kept ? tenon::response::empty(304) : tenon::response::json(found->init_data), found->init_tag);
}

}  // namespace tenon_forms
