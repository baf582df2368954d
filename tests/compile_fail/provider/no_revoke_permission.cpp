// expect: not_a_backend_extension: acme stands behind the alias extension_impl and lacks permissions: void revoke_permission(
#include "tenon/app.hpp"

#include "permissions_operations.hpp"

tenon::app<tenon::implementation<provider_of<permissions_of<checks, grants, lists>>>> composition;
