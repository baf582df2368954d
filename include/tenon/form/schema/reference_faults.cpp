#include "tenon/form/schema/reference_faults.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "tenon/form/report.hpp"
#include "tenon/json/scan.hpp"
#include "tenon/word/query.hpp"

namespace tenon::form {

namespace {

using json::node;

constexpr std::size_t deepest_in_place = 32, most_steps_in_place = 10'000, most_named_of_circle = 5;
constexpr std::string_view definitions_begin = "/definitions/";

// Keywords whose schemas look at the same value as the schema that they stand in: a list of them, one, or each by a
// name.
constexpr std::array<std::string_view, 9> in_place{"allOf", "anyOf",        "oneOf",           "not", "if", "then",
                                                   "else",  "dependencies", "dependentSchemas"};

std::string quoted_reference(std::string_view ref) { return std::string("'").append(shown(ref)).append("'"); }

bool is_in_place(std::string_view keyword) { return std::ranges::find(in_place, keyword) != in_place.end(); }

// That look at the same value.
bool holds_others(const node& schema) {
  for (std::size_t i = 0; schema.is_object() && i < schema.size(); ++i)
    if (const std::string_view key = schema.key(i); key == "$ref" || is_in_place(key)) return true;
  return false;
}

schema_place below_place(const schema_place& at, std::string_view key) {
  schema_place out = at;
  json::append_step(out.pointer, key);
  return out;
}

}  // namespace

std::optional<referred_schema> referred_to(std::string_view ref, const std::optional<node>& root,
                                           const definition_finder& brought) {
  if (!ref.starts_with('#')) return std::nullopt;
  const std::string pointer = percent_decoded(ref.substr(1));
  if (pointer.starts_with(definitions_begin)) {
    const std::string_view rest = std::string_view(pointer).substr(definitions_begin.size());
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string name = json::plain_step(rest.substr(0, end));
    const std::optional<node> own = root ? root->find("definitions") : std::nullopt;
    if (!own || !own->find(name)) {
      const std::optional<node> definition = brought ? brought(name) : std::nullopt;
      const std::optional<node> inside = definition ? definition->find_pointer(rest.substr(end)) : std::nullopt;
      return inside ? std::optional(referred_schema{*inside, {name, std::string(rest.substr(end))}}) : std::nullopt;
    }
  }
  const std::optional<node> found = root ? root->find_pointer(pointer) : std::nullopt;
  return found ? std::optional(referred_schema{*found, {{}, pointer}}) : std::nullopt;
}

reference_faults::reference_faults(std::optional<node> root, definition_finder brought, std::vector<schema_fault>& to)
    : root_(std::move(root)), brought_(std::move(brought)), to_(to) {}

void reference_faults::look(const node& schema, std::string_view definition, std::string_view pointer) {
  if (!holds_others(schema)) return;
  begun_ = referred_schema{schema, {std::string(definition), std::string(pointer)}};
  static_cast<void>(cost(schema, begun_->place));
}

reference_faults::effort reference_faults::cost(const node& schema, const schema_place& at) {
  effort sum;
  if (!holds_others(schema)) return sum;
  const auto [known, is_new] = known_.try_emplace(schema.identity());
  if (!is_new && known->second.is_open) tell_circle(schema.identity());
  if (!is_new) return known->second.is_open ? sum : known->second;
  if (open_.size() >= deepest_in_place) {
    known_.erase(known);
    tell_too_many("schemas of one value lie in each other deeper than 32");
    return sum;
  }
  known->second.is_open = true;
  open_.push_back({schema.identity(), at});
  if (const std::optional<node> ref = schema.find("$ref"); ref && ref->is_text()) follow(*ref, at, sum);
  open_.back().reference.reset();
  for (std::size_t i = 0; i < schema.size(); ++i) {
    const std::string_view key = schema.key(i);
    if (!is_in_place(key)) continue;
    const node value = schema[i];
    const bool are_named = key == "dependencies" || key == "dependentSchemas";
    const schema_place there = below_place(at, key);
    if (value.is_object() && !are_named) add(value, there, sum);
    for (std::size_t k = 0; k < value.size() && (are_named || !value.is_object()); ++k)
      add(value[k], below_place(there, value.is_object() ? std::string(value.key(k)) : std::to_string(k)), sum);
  }
  open_.pop_back();
  return known_[schema.identity()] = sum;
}

void reference_faults::add(const node& schema, const schema_place& at, effort& sum) {
  const effort inner = cost(schema, at);
  sum.steps += inner.steps;
  sum.depth = std::max(sum.depth, inner.depth + 1);
  if (sum.steps <= most_steps_in_place && sum.depth <= deepest_in_place) return;
  tell_too_many("schemas of one value fan out to more than 10000 steps, or 32 deep");
  sum = {};
}

void reference_faults::follow(const node& reference, const schema_place& at, effort& sum) {
  const std::string_view ref = reference.text();
  const auto about = [&](std::string_view why, std::string advice) {
    tell(reference, below_place(at, "$ref"), std::string(why).append(": ").append(quoted_reference(ref)),
         std::move(advice));
  };
  if (!ref.starts_with('#'))
    return about("a $ref leads out of the schema",
                 "Put what it leads to among the definitions, of the form or of an ext.json, and write "
                 "\"#/definitions/<name>\".");
  const std::optional<referred_schema> found = referred_to(ref, root_, brought_);
  if (!found && !root_ && !ref.substr(1).starts_with(definitions_begin)) return;  // into the forms that have it
  if (!found)
    return about("a $ref leads nowhere",
                 "Add what it leads to, or correct it: \"#/definitions/<name>\" leads to a definition of the form or "
                 "of an ext.json.");
  open_.back().reference = reference;
  add(found->schema, found->place, sum);
}

// It is told at the reference that comes first, wherever the look began.
void reference_faults::tell_circle(const void* back_to) {
  const auto begin = std::ranges::find(open_, back_to, &open_schema::identity);
  std::vector<const open_schema*> all;
  for (auto at = begin; at != open_.end(); ++at)
    if (at->reference) all.push_back(&*at);
  if (all.empty()) return;
  const auto first = std::ranges::min_element(all, [](const open_schema* one, const open_schema* other) {
    return std::pair(one->place.definition, one->place.pointer) <
           std::pair(other->place.definition, other->place.pointer);
  });
  std::ranges::rotate(all, first);
  const open_schema& told = *all.front();
  if (!circles_.insert(std::string(told.place.definition).append("#").append(told.place.pointer)).second) return;
  std::string message = std::string("a $ref leads back to itself: ").append(quoted_reference(told.reference->text()));
  for (std::size_t i = 1; i < std::min(all.size(), most_named_of_circle); ++i)
    message.append(i == 1 ? ", by way of " : ", ").append(quoted_reference(all[i]->reference->text()));
  if (all.size() > most_named_of_circle) message.append(" and others");
  tell(*told.reference, below_place(told.place, "$ref"), std::move(message),
       "No value is ever held against anything there: write in one of them what the value is, and no $ref.");
}

// Of what one schema fans out to, every schema on the way does: it is told once.
void reference_faults::tell_too_many(std::string_view why) {
  if (std::exchange(is_too_many_told_, true)) return;
  tell(begun_->schema, begun_->place, std::string(why).append(": '$ref, allOf, anyOf, oneOf'"),
       "Refer to what is meant itself, and not by way of so many others.");
}

void reference_faults::tell(const node& about, schema_place at, std::string message, std::string advice) {
  if (to_.size() < most_schema_faults)
    to_.push_back({about, std::move(at.pointer), std::move(at.definition), std::move(message), std::move(advice)});
}

}  // namespace tenon::form
