// The way to the page of bundles: who may, and from where.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pages.hpp"
#include "sessions.hpp"
#include "tenon/form/render/sheet.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/same_origin.hpp"

namespace tenon_bundles {

// For one person at one time.
[[nodiscard]] inline tenon::response private_page(std::string html, int status = 200) {
  return tenon::form::secured(tenon::response::html(std::move(html), status)).with("Cache-Control", "no-store");
}
[[nodiscard]] inline tenon::response back_to_page() {
  return tenon::form::secured(tenon::response::empty(303)).with("Location", "/bundles");
}

// A browser says of a form from which page it comes. Without that nobody knows, and a page of anybody's could have it
// sent, so it is not taken. The cookie does not go along from another site in the first place; but another port of the
// same host is no other site.
[[nodiscard]] inline std::optional<tenon::response> objection_to(const tenon::request& from) {
  const auto origin = from.header("Origin");
  if (origin && tenon::is_same_origin(*origin, from.header("Host").value_or(""))) return std::nullopt;
  return private_page(refusal_page("This was not taken",
                                   "It does not come from this page. What stands in front of the server has to leave "
                                   "the headers Origin and Host as they were."),
                      403);
}

// Whose token it is, as if it had come with the request; null where that is no administrator.
[[nodiscard]] std::shared_ptr<const tenon::passport> administrator_by(std::string_view token,
                                                                      const tenon::request& from,
                                                                      const auto& directory) {
  const std::string bearer = std::string("Bearer ").append(token);
  std::vector<tenon::header> headers{{"Authorization", bearer}};
  for (const tenon::header& one : from.headers)
    if (!tenon::same_field_name(one.name, "Authorization")) headers.push_back(one);
  tenon::request as = from;
  as.headers = headers;
  const auto found = directory.authenticate(as);
  return found.passport && found.passport->role >= tenon::role::admin ? found.passport : nullptr;
}

}  // namespace tenon_bundles
