#include "tenon/web/identified.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "tenon/web/failure.hpp"

namespace tenon::web {

namespace {

// Why somebody who is known may not; none: they may.
std::optional<error> objection_to(const route_terms& terms, const passport& who) {
  if (who.role < terms.least)
    return error(error_type::access_denied,
                 terms.least == role::su ? "This is for administrators." : "This needs the role admin.");
  if (!who.scopes) return std::nullopt;
  for (const scope_row& row : scope_table)
    if (terms.wanted[static_cast<std::size_t>(row.scope)] &&
        std::ranges::find(*who.scopes, row.scope) == who.scopes->end())
      return error(error_type::access_denied,
                   std::string("This needs a token with the scope ").append(row.name).append("."));
  return std::nullopt;
}

}  // namespace

bool is_refused(const route_terms& terms, const passport* who, bool has_token, error_type refusal, exchange& one) {
  std::optional<error> why;
  if (who != nullptr)
    why = objection_to(terms, *who);
  else if (terms.who == admission::known || has_token)
    why = error(refusal, "Unauthorized");
  if (why) one.response = error_answer(*why, false, shape_of_failures(terms));
  return why.has_value();
}

}  // namespace tenon::web
