#include "access.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

#include "tenon/json/to_text.hpp"
#include "tenon/word/passport.hpp"

namespace tenon_operations {

namespace {

using tenon::web::admission;

struct told_rights {
  std::vector<std::string> rights{};
  std::string sentences{};

  void add(std::string_view sentence) { sentences.append(sentences.empty() ? "" : " ").append(sentence); }
  void add_scope(std::string_view name) {
    rights.emplace_back(name);
    add(std::string("A token that lists scopes needs ").append(name).append("."));
  }
  [[nodiscard]] std::string requirement() const {
    return std::string(R"({"bearer":)").append(tenon::json::to_text(rights)).append("}");
  }
};

}  // namespace

described_access access_to(const tenon::call::function_row& function) {
  told_rights told;
  if (function.admin || function.su) told.rights.emplace_back(function.su ? "su" : "admin");
  told.add(function.su      ? "For superusers alone."
           : function.admin ? "For administrators alone."
                            : "For whoever is known.");
  told.add_scope(to_string(function.no_side_effects ? tenon::scope::read : tenon::scope::execute));
  return {std::string("[").append(told.requirement()).append("]"), told.sentences};
}

described_access access_to(const tenon::web::route_row& route) {
  const tenon::web::route_terms& terms = route.terms;
  told_rights told;
  if (terms.who == admission::optional) told.add("Whoever shows no token is nobody.");
  if (terms.asks_itself) told.add("It looks itself who is calling.");
  if (terms.least != tenon::role::user) {
    const bool is_su = terms.least == tenon::role::su;
    told.rights.emplace_back(is_su ? "su" : "admin");
    told.add(is_su ? "For superusers alone." : "For administrators alone.");
  }
  for (const tenon::scope_row& row : tenon::scope_table)
    if (terms.wanted[static_cast<std::size_t>(row.scope)]) told.add_scope(row.name);
  if (!terms.subdomain.empty())
    told.add(std::string("At hosts that begin with ").append(terms.subdomain).append(". alone."));
  std::string security = "[";
  if (terms.who == admission::optional && !terms.asks_itself) security.append("{},");
  if (terms.asks_who() || terms.asks_itself) security.append(told.requirement());
  return {security.append("]"), told.sentences};
}

}  // namespace tenon_operations
