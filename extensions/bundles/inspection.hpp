// A look at a bundle before it becomes a version.
#pragma once

#include "tenon/form/report.hpp"
#include "tenon/form/zip_bundle.hpp"
#include "tenon/word/timestamp.hpp"
#include "version_record.hpp"

namespace tenon_bundles {

struct inspection {
  tenon::form::report found{};
  version_record record{};  // without its version and the hash over all; only of a bundle without errors
};

// The rules of the validator (docs/forms.md), and two more: every file can be unpacked, and core fields are what they
// have been.
[[nodiscard]] inspection inspect(const tenon::form::zip_bundle& of, const by_name<by_name<std::string>>& core_fields,
                                 tenon::timestamp now);

}  // namespace tenon_bundles
