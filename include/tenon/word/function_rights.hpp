// Who may call a function: one answer, whichever door somebody comes by.
#pragma once

#include <algorithm>
#include <string_view>

#include "tenon/word/passport.hpp"

namespace tenon {

// The right that somebody lacks; empty: they may. `Function` says `admin`, `su` and `no_side_effects`. A token that is
// restricted to scopes has to have the one that reads, or executes.
template <class Function>
[[nodiscard]] std::string_view missing_right(const passport& who, const Function& of) {
  if (of.su && who.role != role::su) return "su";
  if (of.admin && who.role == role::user) return "admin";
  if (who.role == role::su || !who.scopes) return {};
  const scope wanted = of.no_side_effects ? scope::read : scope::execute;
  return std::ranges::find(*who.scopes, wanted) != who.scopes->end() ? std::string_view() : to_string(wanted);
}

}  // namespace tenon
