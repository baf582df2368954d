#include "tenon/composition/require_right.hpp"

#include <string>
#include <string_view>

#include "tenon/word/error.hpp"
#include "tenon/word/function_rights.hpp"

namespace tenon::detail {

void require_right(const passport* who, const function& of) {
  if (who == nullptr)
    throw error(error_type::missing_token,
                std::string("Unauthorized: ").append(of.name).append(" is for whoever is known."));
  if (const std::string_view right = missing_right(*who, of); !right.empty())
    throw error(error_type::access_denied,
                std::string("Missing '").append(right).append("' permission: ").append(of.name));
}

void require_right(const actor& who, const function& of) {
  // One that was made of a null passport is nobody: whoever acts by itself has a name.
  if (!who.is_system() || who.extension.empty()) require_right(who.passport, of);
}

}  // namespace tenon::detail
