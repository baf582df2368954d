// Changes as RFC 7396 writes them: what is named is set, null takes away, everything else stays.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace boost::json {
class value;
}

namespace tenon::json {

// The target with the patch applied, as one line. Both have been parsed before; an empty target is an empty object.
[[nodiscard]] std::string merge_patch(std::string_view target, std::string_view patch);

// For a patch of which more is wanted than to apply it once. It has been parsed before.
class read_patch {
 public:
  explicit read_patch(std::string_view text);
  ~read_patch();
  read_patch(const read_patch&) = delete;
  read_patch& operator=(const read_patch&) = delete;

  // As merge_patch, but an object in which nulls have left nothing goes too, and none comes where there is nothing but
  // nulls.
  [[nodiscard]] std::string applied_tidily(std::string_view target) const;
  // The steps to each null that takes something away.
  [[nodiscard]] std::vector<std::vector<std::string>> removals() const;

 private:
  std::unique_ptr<const boost::json::value> changes_;
};

// Whether there is something at the end of the way.
[[nodiscard]] bool has_member(std::string_view text, const std::vector<std::string>& way);

}  // namespace tenon::json
