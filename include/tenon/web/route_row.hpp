// A route as the tables hold it: what is known of it before the program runs.
#pragma once

#include <span>
#include <string_view>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/web/route_terms.hpp"
#include "tenon/web/segment.hpp"
#include "tenon/word/method.hpp"

namespace tenon::web {

struct route_row {
  tenon::method method = tenon::method::get;
  std::string_view pattern{};
  std::string_view extension{};  // that answers
  std::string_view hook{};       // of a web handler; empty: it is listed in `routes`
  bool blocking = false;         // runs on a thread that may block
  std::span<const segment> segments{};
  route_terms terms{};
};

namespace detail {

// `GET /keys/{id}`, `GET /keys on the subdomain api`, or `GET /notes (its on_get)`.
constexpr void describe(diagnostic::sentence& out, const route_row& row) {
  out.add(to_string(row.method));
  out.add(" ");
  out.add(row.pattern);
  if (!row.terms.subdomain.empty()) {
    out.add(" on the subdomain ");
    out.add(row.terms.subdomain);
  }
  if (row.hook.empty()) return;
  out.add(" (its ");
  out.add(row.hook);
  out.add(")");
}

}  // namespace detail
}  // namespace tenon::web
