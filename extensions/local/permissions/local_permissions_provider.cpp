#include "local_permissions_provider.hpp"

#include <string>

#include "tenon/sqlite/database_error.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

using tenon::error_type;

[[noreturn]] void refuse(error_type type, std::string message) { throw tenon::error(type, std::move(message)); }

void check_names(const tenon::resource& thing, std::string_view user_id, std::string_view by) {
  if (thing.id.empty() || thing.type.empty()) refuse(error_type::invalid_request, "A resource needs an id and a type");
  if (user_id.empty() || by.empty())
    refuse(error_type::invalid_request, "A permission needs the user who gets it and the user who gives it");
}

// "Notebook not found", where the resource is a notebook.
std::string not_found(const tenon::resource& thing) {
  std::string text = thing.type;
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - ('a' - 'A'));
  return text + " not found";
}

}  // namespace

tenon::permission_check local_permissions_provider::check_permission(const tenon::provider_context&,
                                                                     std::string_view user_id,
                                                                     const tenon::resource& thing) const {
  const auto level = reworded("Failed to check permission", [&] { return grants_.level_of(user_id, thing); });
  return {.has_access = level.has_value(), .level = level};
}

void local_permissions_provider::grant_permission(const tenon::provider_context&,
                                                  const tenon::grant_permission_request& wanted) {
  check_names(wanted.resource, wanted.user_id, wanted.granted_by);
  switch (reworded("Failed to grant permission", [&] { return grants_.grant(wanted, now_()); })) {
    case grant_outcome::granter_is_not_owner:
      refuse(error_type::access_denied, "Only the owner can grant permissions");
    case grant_outcome::user_is_owner:
      refuse(error_type::invalid_request, "Cannot grant permission to owner");
    case grant_outcome::second_owner:
      refuse(error_type::invalid_request, "Cannot grant the level owner: there is an owner already");
    default:
      return;
  }
}

void local_permissions_provider::revoke_permission(const tenon::provider_context&,
                                                   const tenon::revoke_permission_request& wanted) {
  check_names(wanted.resource, wanted.user_id, wanted.revoked_by);
  switch (reworded("Failed to revoke permission", [&] { return grants_.revoke(wanted); })) {
    case grant_outcome::no_such_resource:
      refuse(error_type::not_found, not_found(wanted.resource));
    case grant_outcome::granter_is_not_owner:
      refuse(error_type::access_denied, "Only the owner can revoke permissions");
    case grant_outcome::user_is_owner:
      refuse(error_type::invalid_request, "Cannot revoke owner's permissions");
    case grant_outcome::no_such_grant:
      refuse(error_type::not_found, "Permission not found or already revoked");
    default:
      return;
  }
}

std::vector<tenon::permission> local_permissions_provider::list_permissions(const tenon::provider_context&,
                                                                            const tenon::resource& thing) const {
  return reworded("Failed to list permissions", [&] { return grants_.list(thing); });
}

}  // namespace tenon_local
