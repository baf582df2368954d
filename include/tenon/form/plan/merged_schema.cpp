#include "tenon/form/plan/merged_schema.hpp"
#include "tenon/form/pointer_walk.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "tenon/form/bundle.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/report.hpp"
#include "tenon/form/schema/answer_room.hpp"
#include "tenon/form/schema_keywords.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/word/query.hpp"

namespace tenon::form {

namespace {

using json::node;
using json::node_kind;

// References make a large text of a small one.
constexpr std::size_t most_merged = 20'000, deepest_parts = 16, deepest_merge = 48;

constexpr std::array<std::string_view, 5> least_keywords{"minimum", "exclusiveMinimum", "minLength", "minItems",
                                                         "minProperties"};
constexpr std::array<std::string_view, 5> most_keywords{"maximum", "exclusiveMaximum", "maxLength", "maxItems",
                                                        "maxProperties"};
constexpr std::array<std::string_view, 6> decisive_keywords{
    "type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"};
// Of what they say several cannot be put together, and the outermost is read.
constexpr std::array<std::string_view, 5> first_of_several{"anyOf", "oneOf", "x-validate", "x-computed",
                                                           "x-dynamicEnum"};

template <class Words>
bool is_in(const Words& all, std::string_view word) {
  return std::ranges::find(all, word) != std::ranges::end(all);
}

// It holds schemas, and does not say what is asked.
bool stays_where_it_is(std::string_view key) {
  return key != "properties" && key != "items" && key != "allOf" && !is_in(first_of_several, key) &&
         (is_in(schemas_inside, key) || is_in(schemas_by_name, key));
}

double value_of(const node& number) { return std::strtod(number.as_json().c_str(), nullptr); }

// One of those whose values are put together, and which part of an `allOf` it comes from; 0 is what stands beside it.
struct schema_part {
  node schema;
  std::size_t from = 0;
};
using schema_parts = std::vector<schema_part>;

// An object as it is written.
class members {
 public:
  void put(std::string_view key, std::string_view value) {
    out_.append(out_.empty() ? "{" : ",").append(json::quoted(key)).append(":").append(value);
  }
  [[nodiscard]] bool is_empty() const { return out_.empty(); }
  [[nodiscard]] std::string text() const { return out_.empty() ? "{}" : out_ + "}"; }

 private:
  std::string out_{};
};

class schema_merge : pointer_walk {
 public:
  explicit schema_merge(const node& root) : root_(root) {}

  [[nodiscard]] merged_schema result() {
    std::string text = merged(root_);
    if (is_too_much_ || !is_other_) return {};
    return {std::move(text), std::move(contradictions_)};
  }

 private:
  template <class Look>
  std::string inside(std::string_view key, Look look) {
    std::string out;
    below(key, [&] { out = look(); });
    return out;
  }

  std::string merged(const node& schema) {
    if (!schema.is_object()) return schema.as_json();
    if (++steps_ > most_merged || depth_ > deepest_merge) is_too_much_ = true;
    if (is_too_much_) return "{}";
    ++depth_;
    const std::size_t refs = refs_.size();
    schema_parts parts{{schema}};
    const bool has_parts = schema.find("allOf") && !schema.find("$ref") && !is_sole(schema);
    const bool can_be = has_parts && add_parts(schema, parts, 0, 0);
    std::string out = can_be ? together(parts) : "";
    if (out.empty()) out = as_it_is(schema);
    is_other_ = is_other_ || can_be;
    refs_.resize(refs);
    --depth_;
    return out;
  }

  // Which is asked as what is in it, and known by its own place.
  [[nodiscard]] bool is_sole(const node& schema) const {
    std::string at;
    static_cast<void>(followed(schema, schema, &at));
    return !at.empty();
  }

  std::string counted(std::string text) {
    bytes_ += text.size();
    if (bytes_ > 2 * most_json_bytes) is_too_much_ = true;
    return text;
  }

  std::string as_it_is(const node& schema) {
    members out;
    for (std::size_t i = 0; i < schema.size(); ++i) out.put(schema.key(i), member(schema.key(i), schema[i]));
    return out.text();
  }

  std::string member(std::string_view key, const node& value) {
    const bool are_named = is_in(schemas_by_name, key) && value.is_object();
    if (!are_named && !is_in(schemas_inside, key)) return counted(value.as_json());
    return inside(key, [&] {
      if (value.is_object() && !are_named) return merged(value);
      if (!are_named && value.kind() != node_kind::list) return value.as_json();
      std::string out;
      for (std::size_t i = 0; i < value.size(); ++i) {
        const std::string step = are_named ? std::string(value.key(i)) : std::to_string(i);
        out.append(out.empty() ? "" : ",");
        if (are_named) out.append(json::quoted(step)).append(":");
        out.append(inside(step, [&] { return merged(value[i]); }));
      }
      return are_named ? "{" + out + "}" : "[" + out + "]";
    });
  }

  // Those of an `allOf`, with their references followed; false where one of them cannot be put together with others.
  bool add_parts(const node& schema, schema_parts& to, std::size_t from, std::size_t depth) {
    const std::optional<node> all = schema.find("allOf");
    if (!all) return true;
    if (all->kind() != node_kind::list || depth > deepest_parts) return false;
    for (std::size_t i = 0; i < all->size(); ++i) {
      node part = (*all)[i];
      for (std::string_view ref = text_of(part, "$ref"); !ref.empty(); ref = text_of(part, "$ref")) {
        if (!ref.starts_with('#') || is_in(refs_, ref) || refs_.size() > deepest_merge) return false;
        const std::optional<node> target = root_.find_pointer(percent_decoded(ref.substr(1)));
        if (!target) return false;
        refs_.push_back(ref);
        part = *target;
      }
      const std::size_t origin = depth == 0 ? i + 1 : from;
      if (part.kind() == node_kind::boolean && part.is_true()) continue;
      if (!part.is_object()) return false;
      to.push_back({part, origin});
      if (!add_parts(part, to, origin, depth + 1)) return false;
    }
    return true;
  }

  // Empty: they contradict each other.
  std::string together(const schema_parts& parts) {
    members out, decisive;
    std::map<std::size_t, members> left;
    std::set<std::string_view> done;
    for (std::size_t i = 0; i < parts.size(); ++i)
      for (std::size_t k = 0; k < parts[i].schema.size(); ++k) {
        const std::string_view key = parts[i].schema.key(k);
        const node value = parts[i].schema[k];
        if (key == "allOf" || (i > 0 && key == "definitions")) continue;
        if (i > 0 && stays_where_it_is(key)) {
          left[parts[i].from].put(key, member(key, value));
        } else if (done.insert(key).second) {
          const std::string one =
              is_in(first_of_several, key) || stays_where_it_is(key) ? member(key, value) : put_together(key, parts);
          if (one.empty()) return {};
          out.put(key, one);
          if (is_in(decisive_keywords, key)) decisive.put(key, one);
        } else if (is_in(first_of_several, key)) {
          left[parts[i].from].put(key, member(key, value));
        }
      }
    if (!left.empty()) out.put("allOf", rest_of(left, parts.back().from));
    return has_room(parts) && leaves_a_value(parts, decisive) ? out.text() : std::string();
  }

  // Each in its place.
  static std::string rest_of(const std::map<std::size_t, members>& left, std::size_t count) {
    std::string out;
    for (std::size_t i = 1; i <= count; ++i) {
      const auto found = left.find(i);
      out.append(i == 1 ? "[" : ",").append(found == left.end() ? "{}" : found->second.text());
    }
    return out.append("]");
  }

  static std::vector<node> all_of(std::string_view key, const schema_parts& parts) {
    std::vector<node> out;
    for (const schema_part& one : parts)
      if (const std::optional<node> found = one.schema.find(key)) out.push_back(*found);
    return out;
  }

  std::string put_together(std::string_view key, const schema_parts& parts) {
    const std::vector<node> all = all_of(key, parts);
    const auto are_of_kind = [&](node_kind kind) {
      return std::ranges::all_of(all, [&](const node& one) { return one.kind() == kind; });
    };
    if (key == "properties" && are_of_kind(node_kind::object)) return properties_of(all);
    if (key == "items" && are_of_kind(node_kind::object)) return inside(key, [&] { return of_several(all); });
    if (key == "required") return required_by(all);
    if (key == "type") return common(key, types_in(all));
    if (key == "enum" && are_of_kind(node_kind::list)) return counted(common(key, lists_in(all)));
    if (key == "const") return common(key, values_in(all));
    if (key == "readOnly")
      return std::ranges::any_of(all, [](const node& one) { return one.is_true(); }) ? "true" : all.front().as_json();
    if (is_in(least_keywords, key)) return std::ranges::max(all, {}, value_of).as_json();
    if (is_in(most_keywords, key)) return std::ranges::min(all, {}, value_of).as_json();
    return member(key, all.front());
  }

  std::string of_several(const std::vector<node>& all) {
    if (all.size() == 1) return merged(all.front());
    if (++steps_ > most_merged || ++depth_ > deepest_merge) is_too_much_ = true;
    if (is_too_much_) return "{}";
    const std::size_t refs = refs_.size();
    std::string list;
    for (const node& one : all) list.append(list.empty() ? "" : ",").append(counted(one.as_json()));
    std::vector<finding> ignored;
    made_.push_back(
        json::tree::parse("{\"allOf\":[" + list + "]}", {.max_bytes = 2 * most_json_bytes, .max_depth = 64}, ignored));
    schema_parts parts;
    std::string out;
    if (made_.back() && add_parts(made_.back()->root(), parts, 0, 0) && !parts.empty()) out = together(parts);
    if (out.empty()) out = merged(all.front());
    refs_.resize(refs);
    --depth_;
    return out;
  }

  std::string properties_of(const std::vector<node>& all) {
    members out;
    std::set<std::string_view> done;
    below("properties", [&] {
      for (const node& one : all)
        for (std::size_t i = 0; i < one.size(); ++i) {
          const std::string_view key = one.key(i);
          if (!done.insert(key).second) continue;
          std::vector<node> same;
          for (const node& other : all)
            if (const std::optional<node> found = other.find(key)) same.push_back(*found);
          out.put(key, inside(key, [&] { return of_several(same); }));
        }
    });
    return out.text();
  }

  static std::string required_by(const std::vector<node>& all) {
    std::string out;
    std::set<std::string> done;
    for (const node& one : all)
      for (std::size_t i = 0; i < one.size(); ++i)
        if (const std::string text = one[i].as_json(); done.insert(text).second)
          out.append(out.empty() ? "" : ",").append(text);
    return "[" + out + "]";
  }

  using word_lists = std::vector<std::vector<std::string>>;
  static word_lists lists_in(const std::vector<node>& all) {
    word_lists out;
    for (const node& one : all) {
      out.emplace_back();
      if (one.kind() != node_kind::list) out.back().push_back(one.as_json());
      for (std::size_t i = 0; i < one.size(); ++i) out.back().push_back(one[i].as_json());
    }
    return out;
  }
  static word_lists values_in(const std::vector<node>& all) {
    word_lists out;
    for (const node& one : all) out.push_back({one.as_json()});
    return out;
  }
  // A whole number is a number.
  static word_lists types_in(const std::vector<node>& all) {
    word_lists out = lists_in(all);
    const auto has = [](const std::vector<std::string>& one, std::string_view type) { return is_in(one, type); };
    const bool is_whole =
        std::ranges::any_of(out, [&](const auto& one) { return has(one, "\"integer\"") && !has(one, "\"number\""); });
    for (std::vector<std::string>& one : out)
      if (is_whole && has(one, "\"number\"")) std::ranges::replace(one, "\"number\"", "\"integer\"");
    return out;
  }

  // Those that are in all of them.
  std::string common(std::string_view key, const word_lists& all) {
    std::vector<std::string> out = all.front();
    for (const std::vector<std::string>& one : all) {
      const std::unordered_set<std::string_view> these(one.begin(), one.end());
      std::erase_if(out, [&](const std::string& word) { return !these.contains(word); });
    }
    if (out.empty()) return contradict(std::string("no ").append(key).append(" is one that all of them allow"));
    if (out.size() == 1 && key != "enum") return out.front();
    std::string list;
    for (const std::string& one : out) list.append(list.empty() ? "" : ",").append(one);
    return "[" + list + "]";
  }

  bool has_room(const schema_parts& parts) {
    for (const auto& [least, most, may_be_equal] : all_bounds) {
      const std::vector<node> from = all_of(least, parts), to = all_of(most, parts);
      if (from.empty() || to.empty()) continue;
      const node low = std::ranges::max(from, {}, value_of), high = std::ranges::min(to, {}, value_of);
      if (value_of(low) < value_of(high) || (may_be_equal && value_of(low) == value_of(high))) continue;
      contradict(std::string(least)
                     .append(" is ")
                     .append(low.as_json())
                     .append(" in one of them, and ")
                     .append(most)
                     .append(" ")
                     .append(high.as_json())
                     .append(" in another"));
      return false;
    }
    return true;
  }

  bool leaves_a_value(const schema_parts& parts, const members& decisive) {
    std::vector<node> all;
    for (const schema_part& one : parts) all.push_back(one.schema);
    std::vector<finding> ignored;
    const auto read = json::tree::parse(decisive.text(), {}, ignored);
    if (!read) return true;
    std::optional<no_answer> none = no_number_left(read->root());
    if (!none) none = no_choice_left(all, read->root().find("type"));
    if (none) contradict(std::move(none->why));
    return !none;
  }

  std::string contradict(std::string why) {
    contradictions_.emplace(pointer_, std::move(why));
    return {};
  }

  const node root_;
  std::vector<std::optional<json::tree>> made_{};
  std::vector<std::string_view> refs_{};  // that are followed just now
  std::map<std::string, std::string> contradictions_{};
  std::size_t steps_ = 0, bytes_ = 0, depth_ = 0;
  bool is_too_much_ = false, is_other_ = false;
};

}  // namespace

merged_schema merged_for_asking(const json::node& whole) { return schema_merge(whole).result(); }

}  // namespace tenon::form
