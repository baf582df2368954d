// expect: not_a_backend_extension: acme stands behind the alias extension_impl and lacks permissions: tenon::permission_check check_permission(
#include "tenon/app.hpp"

#include "permissions_operations.hpp"

tenon::app<tenon::implementation<provider_of<permissions_of<grants, revokes, lists>>>> composition;
