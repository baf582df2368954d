// References of a schema that lead out, nowhere or in a circle, and schemas of one value that are too many.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tenon/form/schema/schema_fault.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

// Where a schema stands: in a definition of that name which comes from elsewhere, or in the schema itself.
struct schema_place {
  std::string definition{}, pointer{};
};

struct referred_schema {
  json::node schema;
  schema_place place;
};
// Where a `$ref` leads: into the root, or to a definition that this has not itself. None: out, or nowhere.
[[nodiscard]] std::optional<referred_schema> referred_to(std::string_view ref, const std::optional<json::node>& root,
                                                         const definition_finder& brought);

// Each schema is gone through once, however many refer to it. So is a definition that is reached, and no other.
class reference_faults {
 public:
  reference_faults(std::optional<json::node> root, definition_finder brought, std::vector<schema_fault>& to);

  // All that looks at the same value as this schema; those of other values inside of it are looked at by themselves.
  void look(const json::node& schema, std::string_view definition, std::string_view pointer);

 private:
  struct effort {
    std::size_t steps = 1, depth = 1;
    bool is_open = false;
  };
  struct open_schema {
    const void* identity;
    schema_place place;
    std::optional<json::node> reference{};  // the one that is followed, where one is
  };
  effort cost(const json::node& schema, const schema_place& at);
  void follow(const json::node& reference, const schema_place& at, effort& sum);
  void add(const json::node& schema, const schema_place& at, effort& sum);
  void tell_circle(const void* back_to);
  void tell_too_many(std::string_view why);
  void tell(const json::node& about, schema_place at, std::string message, std::string advice);

  std::optional<json::node> root_;
  definition_finder brought_;
  std::vector<schema_fault>& to_;
  std::unordered_map<const void*, effort> known_{};
  std::vector<open_schema> open_{};
  std::unordered_set<std::string> circles_{};
  std::optional<referred_schema> begun_{};  // where the look began
  bool is_too_many_told_ = false;
};

}  // namespace tenon::form
