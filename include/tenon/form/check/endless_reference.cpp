#include "tenon/form/check/endless_reference.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "tenon/form/pointer_walk.hpp"
#include "tenon/form/schema/reference_faults.hpp"

namespace tenon::form {

namespace {

using json::node;

// More than any form has (plan_maker.hpp).
constexpr std::size_t deepest_question = 100;
constexpr std::array<std::string_view, 5> asking{"properties", "items", "allOf", "anyOf", "oneOf"};

class endless_walk : pointer_walk {
 public:
  endless_walk(const node& root, const definition_finder& brought) : root_(root), brought_(brought) {}

  void look(const node& schema) {
    if (!schema.is_object() || found_) return;
    const auto [at, is_new] = is_open_.try_emplace(schema.identity(), true);
    if (!is_new) {
      if (at->second) found_ = through_;
      return;
    }
    if (depth_ < deepest_question) {
      ++depth_;
      inside(schema);
      --depth_;
    }
    is_open_[schema.identity()] = false;
  }

  [[nodiscard]] const std::optional<endless_reference>& found() const { return found_; }

 private:
  void inside(const node& schema) {
    for (std::size_t i = 0; i < schema.size(); ++i) {
      const std::string_view key = schema.key(i);
      const node value = schema[i];
      if (key == "$ref" && value.is_text())
        below(key, [&] { follow(value.text()); });
      else if (std::ranges::find(asking, key) != asking.end())
        below(key, [&] { key == "items" ? look(value) : each(value); });
    }
  }

  void each(const node& in) {
    for (std::size_t i = 0; i < in.size(); ++i)
      below(in.is_object() ? std::string(in.key(i)) : std::to_string(i), [&] { look(in[i]); });
  }

  // What stands in a definition from elsewhere is told of at the reference to it.
  void follow(std::string_view ref) {
    const std::optional<referred_schema> to = referred_to(ref, root_, brought_);
    if (!to) return;
    const bool was_outside = std::exchange(is_outside_, is_outside_ || !to->place.definition.empty());
    if (!was_outside) through_ = {pointer_, std::string(ref)};
    const std::string here = std::exchange(pointer_, to->place.pointer);
    look(to->schema);
    pointer_ = here;
    is_outside_ = was_outside;
  }

  node root_;
  const definition_finder& brought_;
  std::unordered_map<const void*, bool> is_open_{};
  endless_reference through_{};
  std::optional<endless_reference> found_{};
  std::size_t depth_ = 0;
  bool is_outside_ = false;
};

}  // namespace

std::optional<endless_reference> find_endless_reference(const node& schema, const definition_finder& brought) {
  endless_walk walk(schema, brought);
  walk.look(schema);
  return walk.found();
}

}  // namespace tenon::form
