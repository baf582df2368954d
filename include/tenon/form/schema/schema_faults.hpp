// For what a schema cannot be used: each mistake, and where it is.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "tenon/form/pointer_walk.hpp"
#include "tenon/form/schema/reference_faults.hpp"
#include "tenon/form/schema/schema_fault.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

// Looks at keywords whose value is none, at patterns that RE2 does not take, and at references (reference_faults.hpp).
class schema_faults : pointer_walk {
 public:
  // `root` is where references lead; none: to definitions alone, which `brought` knows, as it knows those that the root
  // has not. What both lead to outlives this.
  explicit schema_faults(std::optional<json::node> root, definition_finder brought = {})
      : references_(std::move(root), std::move(brought), found_) {}

  // A whole schema, or a definition that `brought` knows by this name.
  void look(const json::node& schema, std::string_view definition = {});

  // No more than 10 000, in the order in which they were found.
  [[nodiscard]] const std::vector<schema_fault>& found() const noexcept { return found_; }

 private:
  struct row;
  void inside(const json::node& schema);
  void check(const row& keyword, const json::node& value);
  void each(const json::node& in, std::string_view what);
  void one(const json::node& schema, std::string_view what);
  void names(std::string_view keyword, const json::node& in);
  void dependencies(const json::node& in);
  void type(const json::node& value);
  void pattern(std::string_view text, const json::node& about);
  void wrong(std::string_view keyword, const json::node& value, std::string_view wanted, std::string_view advice);
  void tell(const json::node& about, std::string message, std::string advice);

  std::vector<schema_fault> found_{};
  reference_faults references_;
  std::string definition_{};
  std::unordered_set<std::string> good_patterns_{};
};

}  // namespace tenon::form
