#include "tenon/web/identified.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace tenon::web {

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

}  // namespace tenon::web
