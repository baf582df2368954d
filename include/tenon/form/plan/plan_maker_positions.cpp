// Those parts of the maker of plans that are about positions.
#include "tenon/form/plan/plan_maker.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "tenon/form/render/position.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/json/quoted.hpp"

namespace tenon::form {

namespace {

std::string member_of(std::string_view keyword, std::string_view inside) {
  return std::string("{\"").append(keyword).append("\":").append(inside).append("}");
}

bool is_needed_for_position(const element& part, std::string_view pointer) {
  const std::string_view key = std::string_view(part.name).substr(pointer.size() + 1);
  return key == position_parts[0].key || key == position_parts[1].key;
}

}  // namespace

// That data at `pointer` keep to a schema is one of the whole data.
void plan_maker::hold_to(std::string schema, std::string_view pointer) {
  const auto wrap = [&](std::string_view in) {
    std::vector<std::string> steps = steps_of(in);
    for (; !steps.empty(); steps.pop_back()) {
      std::string named = "{";
      json::write_string(steps.back(), named);
      schema = member_of("properties", named.append(":").append(schema).append("}"));
    }
  };
  wrap(pointer);
  for (auto list = lists_around_.rbegin(); list != lists_around_.rend(); ++list) {
    schema = member_of("items", schema);
    wrap(*list);
  }
  if (std::ranges::find(also_held_to_, schema) == also_held_to_.end()) also_held_to_.push_back(std::move(schema));
}

// Half of a position is none, so what has to be said of it are its two coordinates, and all else that its schema says.
void plan_maker::add_parts_of_position(const place& of, depth at, element& to) {
  const bool lists_parts = of.schema.find("properties").has_value();
  const std::optional<json::node> others = of.schema.find("additionalProperties");
  if (!lists_parts && others && others->kind() == json::node_kind::boolean && !others->is_true())
    complain(
        "Failed to load a position: its schema takes no additionalProperties and lists no properties, so no answer can "
        "be taken. List a latitude and a longitude, or leave additionalProperties out.",
        of.pointer,
        {"element: a position takes no additionalProperties and lists no properties, so no answer can be taken",
         "List a latitude and a longitude, or leave additionalProperties out.",
         {false, of.schema_at}});
  place with_parts = of;
  if (!lists_parts) with_parts.schema = schema_of_position();
  add_properties(with_parts, at, to);
  if (!has_parts_of_position(to)) return;
  hold_to(schema_to_hold_position(!lists_parts), of.pointer);
  for (element& part : to.elements) {
    part.whole = to.label;
    part.is_required = to.is_required && (part.is_required || is_needed_for_position(part, of.pointer));
  }
}

}  // namespace tenon::form
