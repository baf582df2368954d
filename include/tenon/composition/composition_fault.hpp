// What can be wrong with a composition; each has its diagnostic.
#pragma once

#include <cstdint>

namespace tenon {

enum class composition_fault : std::uint8_t {
  none,
  malformed_name,
  malformed_version,
  malformed_need,
  too_many_needs,
  duplicate_name,
  several_implementations,
  duplicate_redirect,
  reserved_redirect,
  circular_redirect,
  redirect_not_available,
  unset_build_variable,
  missing_need,
  version_mismatch,
  core_needs_feature,
  redirect_not_used,
  circular_need,
};

}  // namespace tenon
