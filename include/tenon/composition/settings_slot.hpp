// Where the settings of one extension stand among those of all.
#pragma once

#include "tenon/concepts/has_settings.hpp"

namespace tenon {

template <class Extension>
struct settings_slot {};
template <HasSettings Extension>
struct settings_slot<Extension> {
  typename Extension::settings value{};
};

}  // namespace tenon
