// Changes as RFC 7396 writes them: what is named is set, null takes away, everything else stays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenon::json {

// The target with the patch applied, as one line. Both have been parsed before; an empty target is an empty object.
[[nodiscard]] std::string merge_patch(std::string_view target, std::string_view patch);

// The same, but an object in which nulls have left nothing goes too, and none comes where there is nothing but nulls.
[[nodiscard]] std::string merge_patch_tidily(std::string_view target, std::string_view patch);

// Whether there is something at the end of the way.
[[nodiscard]] bool has_member(std::string_view text, const std::vector<std::string>& way);

// The steps to each null that takes something away.
[[nodiscard]] std::vector<std::vector<std::string>> removals(std::string_view patch);

}  // namespace tenon::json
