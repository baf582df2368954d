// The finding about an entry that nobody should read.
#pragma once

#include <string>
#include <string_view>

#include "tenon/form/report.hpp"

namespace tenon::form {

[[nodiscard]] inline bundle_finding unsafe_entry(std::string_view path, std::string_view wrong) {
  return {
      .message = std::string("invalid app bundle structure: entry '").append(shown(path)).append("' ").append(wrong),
      .file = shown(path),
      .advice = "Take it out of the bundle, or put the plain file in its place."};
}

}  // namespace tenon::form
